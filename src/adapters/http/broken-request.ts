import { randomUUID } from 'node:crypto';
import http, { type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Log } from '../../application/ports/ports';
import { problem } from './problem';
import { REFERENCE_HEADER } from './reply';
import type { RouteReply } from './route';

/** Bytes that are no HTTP request, or one that took too long: answered by hand, for there is no response object. */
export function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Duplex, log: Log): void {
  const begun = (socket as { _httpMessage?: ServerResponse })._httpMessage?.headersSent ?? false;
  if (error.code === 'ECONNRESET' || !socket.writable || begun) {
    socket.destroy();
    return;
  }
  const reference = randomUUID();
  const reply = brokenRequestReply(error.code);
  const body = JSON.stringify({ ...(reply.body as object), reference });
  log.info({ reference, status: reply.status, code: error.code }, 'request refused');
  socket.end(
    `HTTP/1.1 ${reply.status} ${http.STATUS_CODES[reply.status] ?? ''}\r\ncontent-type: application/problem+json\r\n` +
      `${REFERENCE_HEADER}: ${reference}\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}

function brokenRequestReply(code: string | undefined): RouteReply {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return problem(408, 'The request did not arrive in time.');
  if (code === 'HPE_HEADER_OVERFLOW') return problem(431, 'The headers are too large.');
  return problem(400, 'This is not a valid HTTP request.');
}
