import { AuthenticationConstants } from 'botframework-connector';
import { JwtTokenExtractor } from 'botframework-connector/lib/auth/jwtTokenExtractor';
import { OpenIdMetadata, type IOpenIdMetadataKey } from 'botframework-connector/lib/auth/openIdMetadata';
import { within } from '../../../platform/time-limit';
import { timeOut } from './no-delivery';

/**
 * Bot Framework's signing keys as the SDK keeps them, fetched once for all that wait and given up after `limitMs`: the SDK would
 * fetch them anew for each token with a key it does not know, without a limit, as long as none has come.
 */
export class SigningKeys extends OpenIdMetadata {
  private asking: Promise<unknown> | undefined;

  constructor(
    url: string,
    private readonly limitMs: number,
  ) {
    super(url);
  }

  /** Rejects with `NoAnswer` when the keys do not come in time, for this one and for all that waited with it. */
  override async getKey(keyId: string): Promise<IOpenIdMetadataKey | null> {
    if (this.asking) await this.asking;
    const asked = within(this.limitMs, timeOut, () => super.getKey(keyId));
    this.asking = asked;
    try {
      return await asked;
    } finally {
      if (this.asking === asked) this.asking = undefined;
    }
  }
}

/** Makes the SDK use such keys for the tokens of Bot Framework. It has no option for that, only the place where it looks first. */
export function shareSigningKeys(limitMs: number): void {
  const url = AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl;
  const kept = JwtTokenExtractor['openIdMetadataCache'] as Map<string, OpenIdMetadata>;
  kept.set(url, new SigningKeys(url, limitMs));
}
