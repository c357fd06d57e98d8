/** Somebody or something to choose by name. */
export interface Named {
  id: string;
  name: string;
}
