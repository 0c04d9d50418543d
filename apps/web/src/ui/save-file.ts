/** Hands a file made in the page to the person, as a download. */
export function saveFile(content: Blob | string, name: string) {
  const blob = typeof content === "string" ? new Blob([content], { type: "text/csv;charset=utf-8" }) : content;
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // some browsers begin to read only after the click is over
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
