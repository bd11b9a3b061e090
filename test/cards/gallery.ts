import type { ReferralView } from '../../src/application/ports/messages';
import type { Reword } from '../../src/sandbox/cards/sitting';
import * as samples from '../../src/sandbox/cards/samples';

export { gallery } from '../../src/sandbox/cards/gallery';

/** A view in which all that comes from outside is `text`. */
export const everywhere =
  (text: string): Reword =>
  (view: ReferralView) => ({
    ...view,
    id: text.slice(0, 300),
    referralId: text,
    webUrl:
      text.length < 500
        ? `https://partner.example/${encodeURIComponent(text.replace(/\p{Surrogate}/gu, ''))}`
        : text,
    current: {
      ...view.current,
      sender: { kind: 'partner', name: text },
      customer: { name: text, city: text, country: text, size: text },
      request: text,
      senderNote: text,
      help: text,
      reason: text,
      location: text,
      products: [text, text],
      services: [text],
      industries: [text],
      solutions: [text],
      colleagues: [{ firstName: text, lastName: text, phone: text, email: text }],
      deal: {
        name: text,
        dealValue: text,
        currency: text,
        closeDate: text,
        notes: text,
        crmId: text,
        campaignId: text,
      },
    },
    responders: [samples.samplePerson({ name: text }), samples.ALEX],
    ...(view.owner ? { owner: { id: samples.MEGAN.id, name: text } } : {}),
    contacting: { by: { id: 'x', name: text }, at: samples.NOW },
    history: [...view.history, { n: 3, at: samples.NOW, by: text, what: 'declined' }],
  });
