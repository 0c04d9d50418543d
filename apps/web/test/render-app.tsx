import { ApolloProvider } from "@apollo/client/react";
import { MantineProvider } from "@mantine/core";
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NuqsAdapter } from "nuqs/adapters/react-router/v8";
import type { ReactNode } from "react";
import { BrowserRouter, Route, Routes } from "react-router";
import { makeClient } from "../src/apollo/client";
import { type Viewer, ViewerProvider } from "../src/apollo/viewer";
import { startI18n } from "../src/i18n/i18n";
import type { Answers } from "./answers";

beforeAll(async () => {
  await startI18n("en");
});

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});

interface Options {
  answers: Answers;
  path?: string;
  /** Where the page stands, with its parameters. */
  at?: string;
  viewer?: Viewer;
  /** What the page before handed over in the history. */
  state?: unknown;
  /** Pages that open inside the tested one, such as a drawer. */
  within?: { path: string; element: ReactNode }[];
  /** Other pages that the tested one leads to. */
  also?: { path: string; element: ReactNode }[];
}

/** One page as people meet it: real client, routes and words, the answers of the server given by the test. */
export function renderPage(page: ReactNode, options: Options) {
  const { answers, at = "/", path = at, viewer, state, within = [], also = [] } = options;
  const client = makeClient(() => "en", answers);
  // The real address bar: what lives in the address is read from there.
  window.history.replaceState(state === undefined ? null : { usr: state }, "", path);
  render(
    <ApolloProvider client={client}>
      <MantineProvider env="test">
        <BrowserRouter>
          <NuqsAdapter>
            <WithViewer viewer={viewer}>
              <Routes>
                <Route path={at} element={page}>
                  {within.map(({ path, element }) => (
                    <Route key={path} path={path} element={element} />
                  ))}
                </Route>
                {also.map(({ path, element }) => (
                  <Route key={path} path={path} element={element} />
                ))}
              </Routes>
            </WithViewer>
          </NuqsAdapter>
        </BrowserRouter>
      </MantineProvider>
    </ApolloProvider>,
  );
  return {
    user: userEvent.setup({ delay: null }),
    client,
    path: () => location.pathname + location.search + location.hash,
  };
}

function WithViewer({ viewer, children }: { viewer?: Viewer; children: ReactNode }) {
  return viewer ? <ViewerProvider viewer={viewer}>{children}</ViewerProvider> : children;
}
