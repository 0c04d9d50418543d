/** True after a move within the app, until the arrived page's heading has taken the focus. The first page leaves focus to the browser. */
let arriving = false;

export function announceArrival() {
  arriving = true;
}

/** The page becomes another one at the same address: the eye goes to its top, the focus to its heading. */
export function turnPage() {
  announceArrival();
  window.scrollTo(0, 0);
}

export function takeArrival(): boolean {
  const was = arriving;
  arriving = false;
  return was;
}
