/** A person as other documents name them: the person document's id and the name at that time. */
export interface PersonRef {
  readonly id: string;
  readonly name: string;
}
