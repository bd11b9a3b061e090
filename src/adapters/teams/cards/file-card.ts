import { createHash } from 'node:crypto';
import type { FileAttachment, RenderedActivity } from './shown';

const message = (attachment: FileAttachment): RenderedActivity => ({
  files: [attachment],
  summary: attachment.name,
  fingerprint: createHash('sha256').update(JSON.stringify(attachment)).digest('base64url'),
});

/** The client asks whether the bot may put a file into the person's OneDrive ("Send and receive files", Microsoft Learn). */
export const fileConsent = (name: string, description: string, size: number): RenderedActivity =>
  message({
    contentType: 'application/vnd.microsoft.teams.card.file.consent',
    name,
    content: {
      description,
      sizeInBytes: size,
      acceptContext: { export: 1 },
      declineContext: { export: 1 },
    },
  });

/** Where Teams says that it has come to lie. */
export interface Uploaded {
  readonly name: string;
  readonly contentUrl: string;
  readonly uniqueId: string;
  readonly fileType: string;
}

/** The file as it lies there. */
export const fileInfo = ({ name, contentUrl, uniqueId, fileType }: Uploaded): RenderedActivity =>
  message({
    contentType: 'application/vnd.microsoft.teams.card.file.info',
    name,
    contentUrl,
    content: { uniqueId, fileType },
  });
