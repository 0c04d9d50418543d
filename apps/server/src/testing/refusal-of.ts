/** The code that a call is refused with at its top; null when it is answered. For calls of `Browser.change`. */
export const refusalOf = (asked: Promise<unknown>): Promise<string | null> =>
  asked.then(
    () => null,
    (error: Error) => JSON.parse(error.message)[0].extensions.code,
  );
