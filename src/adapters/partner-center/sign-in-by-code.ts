import { AuthError } from '@azure/msal-node';
import type { Dispatcher } from 'undici';
import type { SignInByCode, SignInCode, SignedInAs } from '../../application/ports/ports';
import type { ClientOptions } from './application';
import { signInByDeviceCode } from './interactive-sign-in';
import { sealedSignIn } from './service-account';

export interface SignInByCodeOptions extends ClientOptions {
  /** What encrypts the token that is stored. */
  readonly keys: readonly string[];
  /** The setting's refresh token, which a sign-in goes before. */
  readonly setting: string | undefined;
  readonly dispatcher?: Dispatcher;
}

interface Underway {
  readonly code: Promise<SignInCode>;
  readonly done: Promise<SignedInAs>;
}

/** The library wraps what Microsoft said; its code stands at the end. */
function refusal({ message, errorCode }: AuthError): string {
  const code = /\b[a-z]+(?:_[a-z]+)+$/.exec(message)?.[0] ?? errorCode;
  return `Microsoft does not give or take one (${code})`;
}

/** The device-code flow (RFC 8628): who asks while a code holds is given that one. */
export function createSignInByCode(options: SignInByCodeOptions): SignInByCode {
  const { keys, setting, ...client } = options;
  let underway: Underway | undefined;
  const begin = (): Underway => {
    let show: (code: SignInCode) => void = () => undefined;
    const code = new Promise<SignInCode>((resolve) => (show = resolve));
    const signedIn = signInByDeviceCode({
      ...client,
      show: (address, text) => show({ address, code: text }),
    });
    const done = signedIn
      .then(
        (one) => sealedSignIn(keys, setting, one),
        (error: unknown) => {
          throw error instanceof AuthError ? new Error(refusal(error)) : error;
        },
      )
      .finally(() => {
        underway = undefined;
      });
    return { code, done };
  };
  return async (told) => {
    underway ??= begin();
    const { code, done } = underway;
    void code.then(told);
    return done;
  };
}
