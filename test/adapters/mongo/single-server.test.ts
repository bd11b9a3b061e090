import { storeContract } from '../../contracts/store';
import { describeWithMongod, mongoGround, startSingle } from './servers';

describeWithMongod('with a single server', () => {
  storeContract('MongoDB alone', mongoGround(startSingle));
});
