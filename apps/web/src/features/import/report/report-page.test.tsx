import { screen, waitFor, within } from "@testing-library/react";
import { refusal } from "../../../../test/answers";
import { aFile } from "../../../../test/file-workers";
import { renderImport } from "../testing/render-step";
import { KeptInMemory } from "../wizard/testing/kept-in-memory";
import { ReportPage } from "./report-page";

const counts = {
  __typename: "PersonCounts",
  invited: 0,
  created: 0,
  updated: 0,
  addedToGroups: 0,
  unchanged: 0,
  rejected: 0,
  total: 0,
};

const anImport = (more = {}) => ({
  __typename: "Import",
  id: "i1",
  fileName: "people.csv",
  mode: "INVITE",
  status: "DONE",
  totalRows: 4,
  emptyRows: 1,
  stagedRows: 4,
  doneRows: 4,
  columns: ["first_name", "last_name", "email", "company"],
  createdAt: "2026-11-22T10:00:00.000Z",
  startedAt: "2026-11-22T10:00:01.000Z",
  finishedAt: "2026-11-22T10:00:02.000Z",
  failure: null,
  counts: { ...counts, invited: 2, rejected: 1, total: 3 },
  createdBy: null,
  problems: [{ __typename: "ImportProblemCount", column: "email", code: "EMAIL_MALFORMED", rows: 1 }],
  ...more,
});

const rows = [
  { row: 2, outcome: "INVITED", cells: ["Ann", "Lee", "a@x.example", "Acme"], errors: [] },
  { row: 3, outcome: "INVITED", cells: ["Bo", "Ray", "b@x.example", "Acme"], errors: [] },
  {
    row: 5,
    outcome: "REJECTED",
    cells: ["Cy", "Roe", "bad", "Acme"],
    errors: [{ __typename: "UserError", code: "EMAIL_MALFORMED", message: "", path: ["email"] }],
  },
];

const rowsOf = ({ outcome }: { outcome: string | null }) => {
  const nodes = rows.filter((row) => !outcome || row.outcome === outcome);
  return {
    import: {
      __typename: "Import",
      id: "i1",
      columns: anImport().columns,
      rows: {
        __typename: "ImportRowConnection",
        nodes: nodes.map((node) => ({ __typename: "ImportRow", ...node })),
        pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
        totalCount: nodes.length,
        totalCountIsExact: true,
      },
    },
  };
};

const at = { at: "/import/:id", path: "/import/i1" };

describe("a finished import (F41)", () => {
  it("says what came of every row, and why, and leads to its invitations", async () => {
    await renderImport(<ReportPage />, {
      ...at,
      answers: { ImportReport: () => ({ import: anImport() }), ImportRows: rowsOf },
    });
    expect(await screen.findByRole("heading", { name: "people.csv" })).toBeInTheDocument();
    expect(screen.getByRole("link", { name: "See the 2 invitations of this import" })).toHaveAttribute(
      "href",
      "/users/invitations?import=i1",
    );
    expect(await screen.findByRole("cell", { name: "Cy Roe" })).toBeInTheDocument();
    expect(screen.getAllByText("E-mail: not an e-mail address")).toHaveLength(2);
    expect(screen.getByText("1 row is empty and is skipped. That is no error.")).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Stop this import" })).not.toBeInTheDocument();
  });

  it("says once why rows were left undone when the permission was taken, and what to do about it (F55)", async () => {
    const problems = [{ __typename: "ImportProblemCount", column: "", code: "PERMISSION_REVOKED", rows: 2000 }];
    const report = anImport({ counts: { ...counts, invited: 1, rejected: 2000, total: 2001 }, problems });
    await renderImport(<ReportPage />, {
      ...at,
      answers: { ImportReport: () => ({ import: report }), ImportRows: rowsOf },
    });
    const why = within(await screen.findByRole("region", { name: "Why rows were refused or left alone" }));
    expect(why.getAllByRole("listitem")).toHaveLength(1);
    expect(why.getByText("The permission was taken away")).toBeInTheDocument();
    expect(why.getByText("2,000 rows")).toBeInTheDocument();
    expect(why.getByText(/^Whoever began this import may not import any more\./)).toBeInTheDocument();
  });

  it("says why a row's identity was refused, and that its columns are handed out to nobody (F44)", async () => {
    const columns = [...anImport().columns, "date_of_birth"];
    const problems = [{ __typename: "ImportProblemCount", column: "date_of_birth", code: "DATE_IN_FUTURE", rows: 1 }];
    await renderImport(<ReportPage />, {
      ...at,
      answers: { ImportReport: () => ({ import: anImport({ columns, problems }) }), ImportRows: rowsOf },
    });
    const why = within(await screen.findByRole("region", { name: "Why rows were refused or left alone" }));
    expect(why.getByText("Date of birth: this day lies in the future")).toBeInTheDocument();
    expect(why.getByText("Nobody was born after today. Correct the year.")).toBeInTheDocument();
    expect(screen.getByText(/^The columns of the identity are empty in these files/)).toBeInTheDocument();
  });

  it("keeps the chosen outcome in the address", async () => {
    const { user, path } = await renderImport(<ReportPage />, {
      ...at,
      answers: { ImportReport: () => ({ import: anImport() }), ImportRows: rowsOf },
    });
    await screen.findByRole("cell", { name: "Ann Lee" });
    await user.click(screen.getByRole("link", { name: "1 Refused" }));
    await waitFor(() => expect(path()).toBe("/import/i1?outcome=REJECTED"));
    await waitFor(() => expect(screen.queryByRole("cell", { name: "Ann Lee" })).not.toBeInTheDocument());
    expect(screen.getByRole("cell", { name: "Cy Roe" })).toBeInTheDocument();
  });

  it("is not found under another address", async () => {
    await renderImport(<ReportPage />, {
      ...at,
      answers: {
        ImportReport: () => {
          throw refusal("NOT_FOUND");
        },
      },
    });
    expect(await screen.findByText("There is no such import")).toBeInTheDocument();
  });
});

describe("a running import", () => {
  const running = anImport({
    status: "RUNNING",
    doneRows: 2,
    counts: { ...counts, invited: 2, total: 2 },
    problems: [],
    finishedAt: null,
  });

  it("says how far it is, and asks before it is stopped, with numbers", async () => {
    const { user, answers } = await renderImport(<ReportPage />, {
      ...at,
      answers: {
        ImportReport: () => ({ import: running }),
        ImportRows: rowsOf,
        CancelImport: () => ({
          cancelImport: { __typename: "ImportPayload", import: { ...running, status: "CANCELLED" }, userErrors: [] },
        }),
      },
    });
    expect(await screen.findByText("2 of 4 rows done")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Stop this import" }));
    expect(
      await screen.findByText(/2 people were invited already and stay invited\. 2 rows are left out\./),
    ).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Stop the import" }));
    expect(await screen.findByText("2 rows were left out.")).toBeInTheDocument();
    expect(answers.askedFor("CancelImport")).toEqual([{ input: { importId: "i1" } }]);
  });
});

describe("an import that has not all of its rows (F39)", () => {
  const csv = "first_name,last_name,email,company\nAnn,Lee,a@x.example,Acme\nBo,Ray,b@x.example,Acme\n";
  const staging = anImport({
    status: "STAGING",
    totalRows: 2,
    stagedRows: 0,
    doneRows: 0,
    emptyRows: 0,
    counts,
    problems: [],
    startedAt: null,
    finishedAt: null,
  });

  function aServer() {
    let status = "STAGING";
    const staged: unknown[] = [];
    return {
      staged,
      answers: {
        ImportReport: () => ({ import: { ...staging, status } }),
        ImportRows: rowsOf,
        StagedChunks: () => ({ import: { __typename: "Import", id: "i1", status, stagedChunks: [] } }),
        StageImportRows: ({ input }: { input: { rows: unknown } }) => {
          staged.push(input.rows);
          return {
            stageImportRows: {
              __typename: "StageImportRowsPayload",
              import: { __typename: "Import", id: "i1", stagedRows: 2 },
              userErrors: [],
            },
          };
        },
        CommitImport: () => {
          status = "DONE";
          return {
            commitImport: { __typename: "ImportPayload", import: { ...staging, status }, userErrors: [] },
          };
        },
      },
    };
  }

  async function aKeptImport() {
    const memory = new KeptInMemory();
    const first = await renderImport(<p>the tab before</p>, { at: "/", csv, memory });
    await first.wizard.sendTo("i1");
    return memory;
  }

  it("goes on with the file that the browser kept", async () => {
    const memory = await aKeptImport();
    const server = aServer();
    const { user } = await renderImport(<ReportPage />, { ...at, memory, answers: server.answers });
    await user.click(await screen.findByRole("button", { name: "Go on sending" }));
    expect(await screen.findAllByText("Finished")).not.toHaveLength(0);
    expect(server.staged).toHaveLength(1);
    await waitFor(() => expect(memory.drafts.size).toBe(0));
  });

  it("asks for the same file where none was kept, and takes no other", async () => {
    const server = aServer();
    const { user } = await renderImport(<ReportPage />, { ...at, answers: server.answers });
    await screen.findByRole("button", { name: "Choose a file" });
    const input = document.querySelector("input") as HTMLInputElement;
    await user.upload(input, aFile("first_name,last_name,email,company\nCy,Roe,c@x.example,Acme\n", "other.csv"));
    expect(await screen.findByText(/other\.csv is another file/)).toBeInTheDocument();
    await user.upload(input, aFile(csv));
    expect(await screen.findAllByText("Finished")).not.toHaveLength(0);
    expect(server.staged).toHaveLength(1);
  });
});
