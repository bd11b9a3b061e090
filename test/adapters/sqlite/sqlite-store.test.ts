import { openSqlite } from '../../../src/adapters/sqlite/open-sqlite';
import { storeContract } from '../../contracts/store';
import { temporaryFolder } from './temporary-folder';

const inFolder = temporaryFolder();

storeContract('SQLite', {
  clear: async () => undefined,
  open: (project) => openSqlite(inFolder('data/desk.db'), project),
});
