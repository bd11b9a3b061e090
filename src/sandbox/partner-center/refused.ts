/** In words why this edit is not taken, with the field it is about. */
export interface Refused {
  readonly message: string;
  readonly target: string;
}
