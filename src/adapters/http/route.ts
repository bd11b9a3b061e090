/** A request as a route sees it: no framework. `body` is parsed JSON; undefined without one. */
export interface RouteRequest {
  readonly method: string;
  readonly path: string;
  /** The `:name` parts of the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: unknown;
  /** The address at the other end of the connection: a proxy's, if there is one. */
  readonly remoteAddress?: string;
  /** Of this request; in the log and in every problem. */
  readonly reference: string;
}

export interface RouteReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object or array goes out as JSON, text and bytes as they are (give a content-type). */
  readonly body?: unknown;
  /** A stream that stays open (server-sent events): write until the caller has gone. */
  readonly stream?: (write: (chunk: string) => void, gone: AbortSignal) => void;
  /** The sandbox's faults: no answer at all, or a cut connection. */
  readonly fault?: 'hang' | 'reset';
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `/a/:b/c`. A last part `*` takes the rest of the path as param `*`. */
  readonly path: string;
  /** Bytes of a body; 262,144 when absent. */
  readonly maxBody?: number;
  /** `body` is a Buffer of the very bytes that came, whatever they are. */
  readonly raw?: true;
  handle(request: RouteRequest): Promise<RouteReply>;
}
