import { storeContract } from '../../contracts/store';
import { describeWithMongod, mongoGround, startReplicaSet } from './servers';

describeWithMongod('with a replica set', () => {
  storeContract('MongoDB in a replica set of three', mongoGround(startReplicaSet));
});
