import type { Route } from '../../adapters/http/route';
import { problem } from '../../adapters/http/problem';
import type { ShelvedFile } from './file-shelf';
import type { Parts } from './parts';

const PATH = '/sandbox/teams/files/:file';

/** Whoever has the address may read it: it is "pre-authenticated" ("Send and receive files"). */
export const fileRoutes = (parts: Parts): Route[] => [
  {
    method: 'GET',
    path: PATH,
    handle: async ({ params }) => {
      const fault = parts.takeFault();
      if (fault) return fault;
      const file = parts.files.get(params.file ?? '');
      if (!file) return problem(404, 'There is no such file.');
      const headers = { 'content-type': 'text/csv', 'content-disposition': 'attachment' };
      return { status: 200, headers, body: Buffer.from(file.base64, 'base64') };
    },
  },
];

/** What a message with a file carries in a personal chat. */
export const sentFile = (parts: Parts, { id, name }: ShelvedFile) => ({
  contentType: 'application/vnd.microsoft.teams.file.download.info',
  contentUrl: `https://contoso-my.sharepoint.com/personal/documents/${encodeURIComponent(name)}`,
  name,
  content: {
    downloadUrl: `${parts.serviceUrl()}/files/${id}`,
    uniqueId: id,
    fileType: name.slice(name.lastIndexOf('.') + 1),
  },
});
