interface PageEnd {
  hasNextPage: boolean;
  endCursor?: string | null;
}

const pageSize = 100;
const mostPages = 10;

/** Reads again what a list has loaded, page by page, so that every row on the screen is true after an action on many. */
export async function refreshPages(loaded: number, read: (first: number, after: string | null) => Promise<PageEnd>) {
  const pages = Math.min(mostPages, Math.max(1, Math.ceil(loaded / pageSize)));
  let after: string | null = null;
  for (let page = 0; page < pages; page++) {
    const end: PageEnd = await read(pageSize, after);
    if (!end.hasNextPage || !end.endCursor) return;
    after = end.endCursor;
  }
}
