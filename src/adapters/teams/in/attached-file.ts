import { z } from 'zod/v4';

/** What Teams sends for a file in a personal chat ("Send and receive files", Microsoft Learn). */
const Attached = z.object({
  contentType: z.literal('application/vnd.microsoft.teams.file.download.info'),
  name: z.string().max(400).catch(''),
  content: z.object({ downloadUrl: z.string().min(1).max(8_192) }),
});

export interface AttachedFile {
  readonly name: string;
  readonly url: string;
}

/** The files that came with a message. The text of a message comes as an attachment, too. */
export function attachedFiles({ attachments }: { readonly attachments?: unknown }): readonly AttachedFile[] {
  if (!Array.isArray(attachments)) return [];
  return attachments.flatMap((one: unknown) => {
    const file = Attached.safeParse(one).data;
    return file ? [{ name: file.name, url: file.content.downloadUrl }] : [];
  });
}
