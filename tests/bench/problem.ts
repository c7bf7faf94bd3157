/** Something that the person at the keyboard can put right; it is printed without a stack. */
export class BenchProblem extends Error {
  readonly code: 1 | 2;

  constructor(message: string, code: 1 | 2 = 1) {
    super(message);
    this.code = code;
  }
}
