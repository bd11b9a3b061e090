import type { Route } from '../../adapters/http/route';
import { problem } from '../../adapters/http/problem';
import type { ShelvedFile } from './file-shelf';
import type { Parts } from './parts';

const MAX_FILE = 16 * 1_048_576;
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

/** Where a bot puts a file that somebody has said yes to: in one piece, as its header says. */
export const uploadRoutes = (parts: Parts): Route[] => [
  {
    method: 'PUT',
    path: '/sandbox/teams/uploads/:file',
    raw: true,
    maxBody: MAX_FILE,
    handle: async ({ params, headers, body }) => {
      const fault = parts.takeFault();
      if (fault) return fault;
      const promised = parts.files.promised(params.file ?? '');
      if (promised === undefined) return problem(404, 'There is no such upload session.');
      const bytes = body as Buffer;
      const whole = `bytes 0-${String(bytes.length - 1)}/${String(bytes.length)}`;
      if (headers['content-range'] !== whole) return problem(400, `Content-Range must be "${whole}".`);
      const { id, name } = await parts.files.put(promised, bytes.toString('base64'), params.file);
      return { status: 201, body: { id, name } };
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
