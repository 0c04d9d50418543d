import { screen, waitFor, within } from "@testing-library/react";
import { identityFields } from "@usher/rules/identity-fields";
import { renderImport } from "../testing/render-step";
import { CheckStep } from "./check-step";
import { ColumnsStep } from "./columns-step";
import { FileStep } from "./file-step";
import { SendStep } from "./send-step";

const head = "Prénom;Nom;Contact;Compagny;Langue;Remarques\n";
const row = (i: number, language = "fr", company = "Acme") =>
  `Ann;Lee;a${i}@x.example;${company};${language};secret${i}\n`;

describe("File", () => {
  it("shows how the file was read, each point open to correction (F37)", async () => {
    const { user } = await renderImport(<FileStep />, { at: "/import/file", csv: "a,b;c\nd,e;f\n" });
    const delimiter = screen.getByLabelText("Columns are separated by");
    const before = (delimiter as HTMLSelectElement).value;
    await user.selectOptions(delimiter, before === ";" ? "," : ";");
    await waitFor(() => expect((delimiter as HTMLSelectElement).value).not.toBe(before));
  });

  it("offers to number the columns when the first row is a person", async () => {
    const { user } = await renderImport(<FileStep />, { at: "/import/file", csv: row(1) + row(2) });
    await user.click(screen.getByRole("button", { name: /number the columns/ }));
    expect(await screen.findByRole("columnheader", { name: "Column 3" })).toBeInTheDocument();
    expect(screen.queryByText(/looks like a person/)).not.toBeInTheDocument();
  });

  it.each([
    ["", /is empty/],
    [head, /no people beneath it/],
    ["PK\u0003\u0004 xl/workbook.xml", /not a/],
    ["%PDF-1.7", /This is a PDF/],
  ])("says what is wrong with %j and what to do, and that nothing was harmed", async (csv, words) => {
    await renderImport(<FileStep />, { at: "/import/file", csv });
    expect(screen.getByText(words)).toBeInTheDocument();
    expect(screen.getByText("Nothing was stored or sent.")).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Choose a file" })).toBeInTheDocument();
  });
});

describe("Columns (F30, F33)", () => {
  it("says how each was matched, what is missing, and what is never sent", async () => {
    const { user } = await renderImport(<ColumnsStep />, { at: "/import/columns", csv: head + row(1) + row(2) });
    expect(screen.getByLabelText("Prénom")).toHaveValue("first_name");
    expect(screen.getByLabelText("Contact")).toHaveValue("email");
    expect(screen.getByText("Matched by its values")).toBeInTheDocument();
    expect(screen.getByText(/Still needed: Company/)).toBeInTheDocument();
    expect(screen.getByText(/Not read and never sent: Compagny and Remarques/)).toBeInTheDocument();

    expect(screen.getByText("Is it Company?")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Yes" }));
    expect(screen.getByLabelText("Compagny")).toHaveValue("company");
    expect(screen.queryByText(/Still needed/)).not.toBeInTheDocument();
  });

  it("lets no two columns be the same, and says which gave way", async () => {
    const { user } = await renderImport(<ColumnsStep />, { at: "/import/columns", csv: head + row(1) });
    const remarks = screen.getByLabelText("Remarques");
    expect(within(remarks).getByRole("option", { name: "Last name (now: Nom)" })).toBeInTheDocument();
    await user.selectOptions(remarks, "last_name");
    expect(screen.getByLabelText("Nom")).toHaveValue("");
    expect(screen.getByText("“Nom” gave way and is ignored now.")).toBeInTheDocument();
  });

  it("takes a value for everyone instead of a column", async () => {
    const { user, wizard } = await renderImport(<ColumnsStep />, { at: "/import/columns", csv: head + row(1) });
    await user.type(screen.getByLabelText(/^Company/, { selector: "input" }), "Acme");
    expect(screen.queryByText(/Still needed/)).not.toBeInTheDocument();
    expect(wizard.current()).toMatchObject({ draft: { defaults: { company: "Acme" } } });
  });

  it("shows a file's text as text", async () => {
    await renderImport(<ColumnsStep />, {
      at: "/import/columns",
      csv: `<script>alert(1)</script>;email\n"<img src=x onerror=alert(1)>";a@x.example\n`,
    });
    expect(screen.getByText("<script>alert(1)</script>")).toBeInTheDocument();
    expect(document.querySelector("img, script")).toBeNull();
  });
});

describe("Columns of the identity (F44)", () => {
  const csv =
    "first_name,last_name,email,company,Date of birth,Phone,Tel\nAnn,Lee,a@x.example,Acme,1990-12-31,+32 470 12 34 56,1\n";

  it("stand in a group of their own, each with how to write it, and it is said who reads them", async () => {
    const { user } = await renderImport(<ColumnsStep />, { at: "/import/columns", csv });
    const birth = screen.getByLabelText("Date of birth");
    expect(birth).toHaveValue("date_of_birth");
    const group = within(birth).getByRole("group", { name: "Identity" });
    expect(within(group).getAllByRole("option")).toHaveLength(13);
    expect(within(within(birth).getByRole("group", { name: "Optional" })).queryByText("Nationality")).toBeNull();
    expect(screen.getByText(/With all four digits of the year/)).toBeInTheDocument();
    expect(screen.getByText(/kept as a draft that each person completes/)).toHaveTextContent("manage_users");
    await user.selectOptions(birth, "");
    await user.selectOptions(screen.getByLabelText("Phone"), "");
    expect(screen.queryByText(/kept as a draft/)).not.toBeInTheDocument();
  });

  it("are offered and matched only where the workspace asks for them", async () => {
    const asked = { phone: "HIDDEN", nationality: "HIDDEN" } as const;
    await renderImport(<ColumnsStep />, { at: "/import/columns", csv, asked });
    expect(screen.getByLabelText("Phone")).toHaveValue("");
    expect(screen.queryByText("Is it Phone?")).not.toBeInTheDocument();
    const group = within(screen.getByLabelText("Date of birth")).getByRole("group", { name: "Identity" });
    expect(within(group).getAllByRole("option")).toHaveLength(11);
    expect(within(group).queryByRole("option", { name: "Nationality" })).not.toBeInTheDocument();
  });

  it("have no group where the workspace asks for nothing", async () => {
    const asked = Object.fromEntries(identityFields.map((field) => [field, "HIDDEN"] as const));
    await renderImport(<ColumnsStep />, { at: "/import/columns", csv, asked });
    expect(screen.queryByRole("group", { name: "Identity" })).not.toBeInTheDocument();
  });
});

const ready = "first_name,last_name,email,company,language\n";
const line = (i: number, language = "en", company = "Acme") => `Ann,Lee,a${i}@x.example,${company},${language}\n`;

describe("Check (F34)", () => {
  it("says in numbers what will happen, groups problems by what mends them, and shows the first people as read", async () => {
    const taken = new Set(["a1@x.example"]);
    const { user } = await renderImport(<CheckStep />, {
      at: "/import/check",
      csv:
        ready +
        [line(1), line(2, "fr"), line(3, "klingon"), line(4, "dothraki"), line(2), ",,,,\n", line(6, "nl")].join(""),
      answers: {
        WhoIsHere: ({ emails }: { emails: string[] }) => ({
          availability: {
            __typename: "AvailabilityResult",
            emails: emails.map((value) => ({
              __typename: "AvailabilityEntry",
              value,
              availability: taken.has(value) ? "TAKEN" : "FREE",
            })),
          },
        }),
      },
    });
    expect(
      await screen.findByText("Invite 2 people. 1 is already here and gets no mail. 3 rows need a look."),
    ).toBeInTheDocument();
    const group = screen.getByRole("button", { name: /Language: unknown language.*2 rows/ });
    expect(screen.getAllByText("klingon")[0]).toBeInTheDocument();
    await user.click(group);
    const rows = await screen.findByRole("cell", { name: "dothraki" });
    expect(within(rows.closest("tr") as HTMLElement).getByText("5")).toBeInTheDocument();
    expect(screen.getByText("1 row is empty and is skipped. That is no error.")).toBeInTheDocument();
    expect(screen.getByRole("heading", { name: "1 person is already here" })).toBeInTheDocument();
    const first = screen.getByRole("region", { name: /first 6 people/ });
    expect(within(first).getByRole("cell", { name: "Français" })).toBeInTheDocument();
  });

  it("asks how dates are to be read when nothing in the column says it, showing both readings", async () => {
    const { user } = await renderImport(<CheckStep />, {
      at: "/import/check",
      csv: "first_name,last_name,email,company,deletion_date\nAnn,Lee,a@x.example,Acme,03/04/2031\n",
    });
    await user.click(await screen.findByLabelText("March 4, 2031 (the month comes first)"));
    expect(await screen.findByRole("cell", { name: "March 4, 2031" })).toBeInTheDocument();
    expect(screen.getByLabelText("April 3, 2031 (the day comes first)")).not.toBeChecked();
  });

  it("says what is wrong with identities, by column, and shows the others as they were read (F44)", async () => {
    await renderImport(<CheckStep />, {
      at: "/import/check",
      csv:
        "first_name,last_name,email,company,date_of_birth,phone,country\n" +
        "Ann,Lee,a@x.example,Acme,1990-12-31,+32 470 12 34 56,Belgique\n" +
        "Bo,Ray,b@x.example,Acme,1990-12-31,12,Atlantis\n",
    });
    expect(await screen.findByText("Invite 1 person. 1 row needs a look.")).toBeInTheDocument();
    expect(screen.getByRole("button", { name: /Country: unknown country.*1 row/ })).toBeInTheDocument();
    expect(screen.getByText(/Begin with \+ and the country’s code/)).toBeInTheDocument();
    const first = screen.getByRole("region", { name: /first 2 people/ });
    expect(within(first).getByRole("columnheader", { name: "Date of birth" })).toBeInTheDocument();
    expect(within(first).getAllByRole("cell", { name: "December 31, 1990" })).toHaveLength(2);
    expect(within(first).getByRole("cell", { name: "+32 470 12 34 56" })).toBeInTheDocument();
    expect(screen.getByText(/kept as a draft that each person completes/)).toBeInTheDocument();
  });

  it("asks once for all dates of the file, dates of birth too (F44)", async () => {
    const { user } = await renderImport(<CheckStep />, {
      at: "/import/check",
      csv: "first_name,last_name,email,company,deletion_date,date_of_birth\nAnn,Lee,a@x.example,Acme,2031-04-03,03/04/1990\n",
    });
    await user.click(await screen.findByLabelText("March 4, 1990 (the month comes first)"));
    expect(await screen.findByRole("cell", { name: "March 4, 1990" })).toBeInTheDocument();
    expect(screen.getByRole("cell", { name: "April 3, 2031" })).toBeInTheDocument();
  });

  it("sends nobody on while a column is missing", async () => {
    await renderImport(<CheckStep />, { at: "/import/check", csv: "email\na@x.example\nb@x.example\n" });
    expect(screen.getByText(/Still needed: First name, Last name, and Company/)).toBeInTheDocument();
    expect(screen.queryByRole("link", { name: "Continue to sending" })).not.toBeInTheDocument();
  });

  it("names the row in which a quotation mark is never closed", async () => {
    await renderImport(<CheckStep />, {
      at: "/import/check",
      csv: `${ready}${line(1)}Bo,"Ray,b@x.example,Acme,en\n${line(3)}`,
    });
    expect(await screen.findByText(/opens in row 3 and is never closed/)).toBeInTheDocument();
  });
});

describe("Send (F35)", () => {
  const started = {
    __typename: "Import",
    id: "i1",
    fileName: "people.csv",
    mode: "INVITE",
    status: "STAGING",
    totalRows: 3,
    emptyRows: 0,
    stagedRows: 0,
    doneRows: 0,
    columns: [],
    createdAt: "2026-11-22T10:00:00.000Z",
    startedAt: null,
    finishedAt: null,
    failure: null,
    counts: {
      __typename: "PersonCounts",
      invited: 0,
      created: 0,
      updated: 0,
      addedToGroups: 0,
      unchanged: 0,
      rejected: 0,
      total: 0,
    },
    createdBy: null,
  };

  it("carries its number on the button, and sends only what was mapped", async () => {
    const staged: unknown[] = [];
    const { user, answers, path, upload, wizard } = await renderImport(<SendStep />, {
      at: "/import/send",
      csv: `first_name,last_name,email,company,notes\nAnn,Lee,a@x.example,Acme,secret\nBo,Ray,b@x.example,Acme,secret\nCy,Roe,bad,Acme,secret\n`,
      also: [{ path: "/import/:id", element: <p>the report</p> }],
      answers: {
        StartImport: () => ({ startImport: { __typename: "StartImportPayload", import: started, userErrors: [] } }),
        StagedChunks: () => ({ import: { __typename: "Import", id: "i1", status: "STAGING", stagedChunks: [] } }),
        StageImportRows: ({ input }: { input: { rows: unknown } }) => {
          staged.push(input.rows);
          return {
            stageImportRows: {
              __typename: "StageImportRowsPayload",
              import: { __typename: "Import", id: "i1", stagedRows: 3 },
              userErrors: [],
            },
          };
        },
        CommitImport: () => ({
          commitImport: { __typename: "ImportPayload", import: { ...started, status: "RUNNING" }, userErrors: [] },
        }),
      },
    });
    await user.type(screen.getByLabelText("Personal message"), "Welcome");
    await user.click(await screen.findByRole("button", { name: "Import and invite 2" }));
    expect(await screen.findByText("the report")).toBeInTheDocument();
    expect(path()).toBe("/import/i1");
    await waitFor(() => expect(upload.of("i1")?.at).toBe("committed"));
    expect(answers.askedFor("StartImport")).toMatchObject([
      {
        input: {
          totalRows: 3,
          columns: ["first_name", "last_name", "email", "company", null],
          message: "Welcome",
          existing: "LEAVE",
        },
      },
    ]);
    expect(JSON.stringify(staged)).not.toContain("secret");
    await waitFor(() => expect(wizard.current()).toEqual({ at: "empty" }));
  });

  it("keeps everything when the server refuses, and says why", async () => {
    const { user, path } = await renderImport(<SendStep />, {
      at: "/import/send",
      csv: ready + line(1),
      answers: {
        StartImport: () => ({
          startImport: {
            __typename: "StartImportPayload",
            import: null,
            userErrors: [{ __typename: "UserError", code: "REQUIRED", message: "", path: ["columns", "company"] }],
          },
        }),
      },
    });
    await user.click(await screen.findByRole("button", { name: "Import and invite 1" }));
    expect(await screen.findByText("Company: Please fill this in.")).toBeInTheDocument();
    expect(path()).toBe("/import/send");
  });

  it("names the column that the workspace asks for no more (F44)", async () => {
    const { user } = await renderImport(<SendStep />, {
      at: "/import/send",
      csv: "first_name,last_name,email,company,date_of_birth\nAnn,Lee,a@x.example,Acme,1990-12-31\n",
      answers: {
        StartImport: () => ({
          startImport: {
            __typename: "StartImportPayload",
            import: null,
            userErrors: [{ __typename: "UserError", code: "NOT_ASKED", message: "", path: ["columns", "4"] }],
          },
        }),
      },
    });
    await user.click(await screen.findByRole("button", { name: "Import and invite 1" }));
    expect(await screen.findByText("Date of birth: This is not asked here. Leave it empty.")).toBeInTheDocument();
  });

  it("creates instead, with the activation mail later or now, and no message (F25, F35)", async () => {
    const { user, answers } = await renderImport(<SendStep />, {
      at: "/import/send",
      csv: ready + line(1),
      also: [{ path: "/import/:id", element: <p>the report</p> }],
      answers: {
        StartImport: () => ({ startImport: { __typename: "StartImportPayload", import: started, userErrors: [] } }),
        StagedChunks: () => ({ import: { __typename: "Import", id: "i1", status: "STAGING", stagedChunks: [] } }),
      },
    });
    await user.type(screen.getByLabelText("Personal message"), "Welcome");
    await user.click(screen.getByRole("radio", { name: "Import and create" }));
    expect(screen.queryByLabelText("Personal message")).not.toBeInTheDocument();
    expect(screen.getByRole("radio", { name: "Later" })).toBeChecked();
    expect(await screen.findByRole("button", { name: "Import and create 1" })).toBeEnabled();
    expect(screen.getByText("Create 1 account.")).toBeInTheDocument();
    await user.click(screen.getByRole("radio", { name: "Now" }));
    await user.click(await screen.findByRole("button", { name: "Create 1 and send 1 mail" }));
    expect(await screen.findByText("the report")).toBeInTheDocument();
    expect(answers.askedFor("StartImport")).toMatchObject([
      { input: { mode: "CREATE", activationMail: "NOW", message: null, lifetimeHours: null } },
    ]);
  });

  it("invites nobody when nobody is left to invite", async () => {
    await renderImport(<SendStep />, { at: "/import/send", csv: ready + line(1, "klingon") });
    expect(await screen.findByText(/There is nobody to add/)).toBeInTheDocument();
    expect(screen.getByRole("button", { name: /^Import/ })).toBeDisabled();
  });
});
