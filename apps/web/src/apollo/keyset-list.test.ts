import { gql, InMemoryCache } from "@apollo/client";
import { keysetList } from "./keyset-list";

const list = gql`
  query List($after: String) {
    things(after: $after) {
      nodes {
        id
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`;

const thing = (id: string) => ({ __typename: "Thing", id });
const page = (ids: string, endCursor: string, totalCount = 6, hasNextPage = true) => ({
  things: {
    __typename: "Things",
    nodes: [...ids].map(thing),
    pageInfo: { __typename: "PageInfo", hasNextPage, endCursor },
    totalCount,
  },
});

let cache: InMemoryCache;
const write = (after: string | null, data: object) => cache.writeQuery({ query: list, variables: { after }, data });
const shown = () => {
  const things = cache.readQuery<{
    things: { nodes: { id: string }[]; totalCount: number; pageInfo: { endCursor: string } };
  }>({
    query: list,
    variables: { after: null },
  })?.things;
  return {
    ids: things?.nodes.map(({ id }) => id).join(""),
    end: things?.pageInfo.endCursor,
    total: things?.totalCount,
  };
};

beforeEach(() => {
  cache = new InMemoryCache({ typePolicies: { Query: { fields: { things: keysetList([]) } } } });
  write(null, page("ab", "2"));
  write("2", page("cd", "4"));
});

it("adds the next page to what is there", () => {
  expect(shown()).toEqual({ ids: "abcd", end: "4", total: 6 });
});

it("keeps later pages when the refreshed first one is as it was", () => {
  write(null, page("ab", "2", 9));
  expect(shown()).toEqual({ ids: "abcd", end: "4", total: 9 });
});

it("begins anew when the first page has changed", () => {
  write(null, page("xa", "2"));
  expect(shown()).toEqual({ ids: "xa", end: "2", total: 6 });
});

it("ends where the refreshed first page says that nothing comes after it", () => {
  write(null, page("a", "1", 1, false));
  expect(shown()).toEqual({ ids: "a", end: "1", total: 1 });
  write(null, page("", "", 0, false));
  expect(shown()).toEqual({ ids: "", end: "", total: 0 });
});

it("drops a page that continues a list which is no longer there", () => {
  write(null, page("xa", "2b"));
  write("4", page("ef", "6"));
  expect(shown()).toEqual({ ids: "xa", end: "2b", total: 6 });
});
