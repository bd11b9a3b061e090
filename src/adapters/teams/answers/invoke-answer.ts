/** What an invoke is answered with: a status as in HTTP, and a body that Teams' clients know. */
export interface InvokeAnswer {
  readonly status: number;
  readonly body?: object;
}
