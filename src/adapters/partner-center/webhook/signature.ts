import { verify, type X509Certificate } from 'node:crypto';

/** forged: it is not Microsoft's, for certain; unsure: that cannot be found out now. */
export type Verdict =
  | { readonly kind: 'signed' }
  | { readonly kind: 'forged' | 'unsure'; readonly problem: string };

export type Certificate =
  | { readonly kind: 'certificate'; readonly certificate: X509Certificate }
  | Exclude<Verdict, { kind: 'signed' }>;

type Headers = Readonly<Record<string, string | undefined>>;

/** The only one that Partner Center is known to use. */
const ALGORITHM = 'rsa-sha256';
const SIGNATURE = /^Signature +([A-Za-z0-9+/=]{1,2048}) *$/i;

/**
 * Whether Partner Center has sent it (learn.microsoft.com/partner-center/developer/partner-center-webhooks): the signature
 * over the very bytes, by the certificate that the request names. `x-ms-signature` goes before `authorization`, which
 * proxies may use.
 */
export function createVerifier(certificateAt: (url: string) => Promise<Certificate>) {
  return async (headers: Headers, body: Buffer): Promise<Verdict> => {
    const signature = signatureIn(headers['x-ms-signature']) ?? signatureIn(headers.authorization);
    const url = headers['x-ms-certificate-url'];
    const algorithm = headers['x-ms-signature-algorithm'];
    if (signature === undefined || url === undefined)
      return { kind: 'forged', problem: 'it has no signature' };
    if (algorithm?.toLowerCase() !== ALGORITHM)
      return { kind: 'forged', problem: `it is not signed by ${ALGORITHM}` };
    const found = await certificateAt(url);
    if (found.kind !== 'certificate') return found;
    return verify('RSA-SHA256', body, found.certificate.publicKey, signature)
      ? { kind: 'signed' }
      : { kind: 'forged', problem: 'the signature is not of this body' };
  };
}

function signatureIn(header: string | undefined): Buffer | undefined {
  const text = SIGNATURE.exec(header ?? '')?.[1];
  return text === undefined ? undefined : Buffer.from(text, 'base64');
}
