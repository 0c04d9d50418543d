/** True after a move within the app, until the arrived page's heading has taken the focus. The first page leaves focus to the browser. */
let arriving = false;

export function announceArrival() {
  arriving = true;
}

export function takeArrival(): boolean {
  const was = arriving;
  arriving = false;
  return was;
}
