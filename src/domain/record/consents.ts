import type { Resource } from './resource';

const FLAGS: Readonly<Record<string, boolean>> = { true: true, false: false };

const flagOf = (value: unknown): unknown =>
  typeof value === 'string' ? (FLAGS[value.trim().toLowerCase()] ?? value) : value;

const small = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/**
 * The record with its consents under the names of the referral-resources page: the create-a-referral page's sample has them with
 * capitals (`ConsentToContact`). A flag as text is an inference. Of a consent that is there twice the page's own name wins.
 */
export function withConsentNames(resource: Resource): Resource {
  const { consent } = resource;
  if (
    !consent ||
    Object.entries(consent).every(([name, value]) => name === small(name) && flagOf(value) === value)
  )
    return resource;
  const named = Object.entries(consent).sort(
    ([one], [other]) => Number(one === small(one)) - Number(other === small(other)),
  );
  return {
    ...resource,
    consent: Object.fromEntries(named.map(([name, value]) => [small(name), flagOf(value)])),
  };
}
