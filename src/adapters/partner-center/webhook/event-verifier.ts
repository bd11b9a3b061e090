import { Agent } from 'undici';
import { createCertificates, type CertificatesOptions } from './certificates';
import { createVerifier } from './signature';

/** Whether an event comes from Partner Center: its signature, and the certificate that it names. */
export const eventVerifier = (options: Omit<CertificatesOptions, 'dispatcher'>) =>
  createVerifier(createCertificates({ dispatcher: new Agent(), ...options }));
