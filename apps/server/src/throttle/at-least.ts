/** Answers after so many milliseconds at the earliest, so that the time does not tell how much there was to do. */
export async function atLeast<T>(ms: number, work: Promise<T>): Promise<T> {
  const [answer] = await Promise.all([work, new Promise((resolve) => setTimeout(resolve, ms))]);
  return answer;
}
