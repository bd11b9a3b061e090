import { Connection } from '../../../src/adapters/sqlite/connection';
import { openSqlite } from '../../../src/adapters/sqlite/open-sqlite';
import { storeContract } from '../../contracts/store';
import { temporaryFolder } from './temporary-folder';

const inFolder = temporaryFolder();

function setBody(kind: string, id: string, body: string): void {
  const connection = new Connection(inFolder('data/desk.db'));
  connection.run('UPDATE documents SET body = ? WHERE kind = ? AND id = ?', body, kind, id);
  connection.close();
}

storeContract('SQLite', {
  clear: async () => undefined,
  open: (project) => openSqlite(inFolder('data/desk.db'), project),
  spoil: async (kind, id) => {
    const connection = new Connection(inFolder('data/desk.db'));
    const body = connection.get('SELECT body FROM documents WHERE kind = ? AND id = ?', kind, id)?.body;
    connection.close();
    setBody(kind, id, '{"id":');
    return async () => setBody(kind, id, String(body));
  },
});
