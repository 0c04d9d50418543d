import { cleanup, screen, waitFor, within } from "@testing-library/react";
import { Answers } from "../../../test/answers";
import { aFounder } from "../../../test/people";
import { renderPage } from "../../../test/render-app";
import type { Viewer } from "../../apollo/viewer";
import { dropAllUnsent } from "../../ui/unsent";
import { MyRegistrationPage } from "./my-registration-page";

const nothing = {
  __typename: "IdentityValues",
  legalFirstName: null as string | null,
  legalLastName: null as string | null,
  dateOfBirth: null as string | null,
  placeOfBirth: null as string | null,
  nationality: null as string | null,
  taxNumber: null as string | null,
  phone: null as string | null,
  street: null as string | null,
  postalCode: null as string | null,
  city: null as string | null,
  country: null as string | null,
  documentKind: null as string | null,
  documentNumber: null as string | null,
};

const whole = {
  ...nothing,
  legalFirstName: "Léa",
  legalLastName: "Maes",
  dateOfBirth: "1993-05-18",
  nationality: "BE",
  street: "Kouter 1",
  postalCode: "9000",
  city: "Gent",
  country: "BE",
  documentKind: "IDENTITY_CARD",
  documentNumber: "592-1234567-89",
};

const none = {
  __typename: "Identity",
  id: "u5",
  status: "NONE",
  submittedAt: null as string | null,
  decidedAt: null as string | null,
  updatedAt: null as string | null,
  missing: [] as string[],
  correctable: [] as string[],
  reasons: [] as { __typename: string; field: string; reason: string }[],
  values: null as typeof nothing | null,
  user: { __typename: "User", id: "u5", identityStatus: "NONE" },
};

function aNewcomer(more: Partial<Viewer> = {}): Viewer {
  const founder = aFounder();
  return {
    ...founder,
    mustRegister: true,
    user: { ...founder.user, id: "u5", userType: "MEMBER", firstName: "Lea", lastName: "Maes", identityStatus: "NONE" },
    ...more,
  };
}

type Sent = { input: { identity: Record<string, string>; draft: boolean; userId?: string } };

function open({
  identity = {},
  viewer = aNewcomer(),
  path = "/my-registration",
  refuses = [],
  state,
  more = {},
}: {
  identity?: Partial<typeof none>;
  viewer?: Viewer;
  path?: string;
  refuses?: { code: string; path: string[] }[];
  state?: unknown;
  more?: Record<string, (variables: never) => unknown>;
} = {}) {
  let now = { ...none, id: viewer.user.id, user: { ...none.user, id: viewer.user.id }, ...identity };
  const keep =
    (status: string) =>
    (answer: string, typename: string) =>
    ({ input }: Sent) => {
      const userErrors = input.draft ? [] : refuses.map((each) => ({ __typename: "UserError", message: "", ...each }));
      if (userErrors.length === 0) {
        now = {
          ...now,
          status: input.draft ? (now.status === "NONE" ? "DRAFT" : now.status) : status,
          submittedAt: "2026-11-27T10:00:00.000Z",
          values: { ...nothing, ...input.identity },
        };
      }
      return { [answer]: { __typename: typename, identity: userErrors.length === 0 ? now : null, userErrors } };
    };
  const answers = new Answers({
    PublicLook: () => ({ publicLook: { __typename: "PublicLook", name: "Delta", accentColor: null, logoUrl: null } }),
    OwnIdentity: () => ({ identity: now }),
    SubmitPersonalInformation: keep("SUBMITTED")("submitPersonalInformation", "IdentityPayload"),
    RegisterPersonalInformation: keep("VALIDATED")("registerPersonalInformation", "IdentityPayload"),
    IdentityReads: () => ({
      identityReads: {
        __typename: "IdentityReadConnection",
        nodes: [],
        pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
      },
    }),
    Viewer: () => ({ isFounded: true, viewer: { ...viewer, mustRegister: false } }),
    ...more,
  });
  const page = renderPage(<MyRegistrationPage />, { answers, at: "/my-registration", path, viewer, state });
  return {
    answers,
    ...page,
    become: (next: Partial<typeof none>) => {
      now = { ...now, ...next };
    },
    sent: () => answers.askedFor("SubmitPersonalInformation").map(({ input }) => input as Sent["input"]),
  };
}

const field = (name: string) => screen.findByLabelText(new RegExp(`^${name}`));
const title = (name: string) => screen.findByRole("heading", { level: 1, name });

describe("My registration", () => {
  beforeEach(dropAllUnsent);

  it("begins with the names of the account, keeps a draft with each step, and nothing in the browser (F60)", async () => {
    const { user, sent } = open();
    expect(await title("Your registration")).toBeVisible();
    expect(screen.getByText(/^Delta asks who you are before anything else opens\./)).toBeVisible();
    expect(await field("Legal first names")).toHaveValue("Lea");
    await user.type(await field("Place of birth"), "Gent");
    await user.type(await field("Date of birth"), "not a date");
    await user.clear(await field("Date of birth"));
    await user.type(await field("Date of birth"), "18/05/1993{Enter}");
    expect(await screen.findByText(/^Saved/)).toBeVisible();
    expect(sent()).toEqual([
      {
        identity: expect.objectContaining({ legalFirstName: "Lea", placeOfBirth: "Gent", dateOfBirth: "18/05/1993" }),
        draft: true,
      },
    ]);
    const kept = JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href]);
    expect(kept).not.toMatch(/Gent|1993|Lea/);
  });

  it("keeps what is right when something is mistyped, so that the draft is not refused (F60)", async () => {
    const { user, sent } = open();
    await user.type(await field("Place of birth"), "Gent");
    await user.type(await field("Date of birth"), "31/02/1993");
    await user.click(screen.getByRole("button", { name: /Address/ }));
    await waitFor(() => expect(sent()).toHaveLength(1));
    expect(sent()[0]?.identity.placeOfBirth).toBe("Gent");
    expect(sent()[0]?.identity).not.toHaveProperty("dateOfBirth");
    await user.click(screen.getByRole("button", { name: /Person/ }));
    expect(await field("Date of birth")).toHaveValue("31/02/1993");
  });

  it("saves the draft when the page is left", async () => {
    const { user, sent } = open();
    await user.type(await field("Place of birth"), "Gent");
    Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
    Object.defineProperty(document, "visibilityState", { value: "visible", configurable: true });
    await waitFor(() => expect(sent()).toHaveLength(1));
  });

  it("saves the draft before its person signs out", async () => {
    // jsdom goes nowhere, and says so
    jest.spyOn(console, "error").mockImplementation(() => {});
    const { user, answers } = open({ more: { SignOut: () => ({ signOut: { __typename: "X", userErrors: [] } }) } });
    await user.type(await field("Place of birth"), "Gent");
    await user.click(screen.getByRole("button", { name: "Sign out" }));
    await waitFor(() => expect(answers.askedFor("SignOut")).toHaveLength(1));
    const order = answers.asked.map(({ name }) => name);
    expect(order.indexOf("SubmitPersonalInformation")).toBeLessThan(order.indexOf("SignOut"));
    expect(order).toContain("SubmitPersonalInformation");
    jest.restoreAllMocks();
  });

  it("submits, then says that it is looked at, and that a mail comes (F60)", async () => {
    const { user, sent, path } = open({
      identity: { status: "DRAFT", values: whole },
      path: "/my-registration?step=review",
    });
    await user.click(await screen.findByRole("button", { name: "Send to Delta" }));
    expect(await title("Your registration is being looked at")).toHaveFocus();
    expect(sent()).toEqual([{ identity: expect.objectContaining({ city: "Gent", phone: "" }), draft: false }]);
    expect(screen.getByText(/You are told by mail what came of it\.$/)).toBeVisible();
    expect(screen.getByText("May 18, 1993")).toBeVisible();
    expect(path()).toBe("/my-registration");
  });

  it("promises no mail where none is sent", async () => {
    const viewer = aNewcomer();
    viewer.workspace.mailDelivery = "NONE";
    open({ viewer, identity: { status: "SUBMITTED", submittedAt: "2026-11-27T10:00:00.000Z", values: whole } });
    expect(await screen.findByText(/Come back here to see what came of it\.$/)).toBeVisible();
  });

  it("says that somebody is registered with a number already, at its field (F63)", async () => {
    const { user } = open({
      identity: { status: "DRAFT", values: whole },
      path: "/my-registration?step=review",
      refuses: [{ code: "ALREADY_REGISTERED", path: ["identity", "documentNumber"] }],
    });
    await user.click(await screen.findByRole("button", { name: "Send to Delta" }));
    const summary = await screen.findByRole("alert");
    expect(summary).toHaveTextContent(/Document number: Somebody is registered with this number already\./);
    await user.click(within(summary).getByRole("link", { name: "Document number" }));
    expect(await field("Document number")).toHaveFocus();
  });

  it("shows how it stands when it was decided meanwhile (F60)", async () => {
    const { user, become } = open({
      identity: { status: "DRAFT", values: whole },
      path: "/my-registration?step=review",
      refuses: [{ code: "IDENTITY_CLOSED", path: [] }],
    });
    const send = await screen.findByRole("button", { name: "Send to Delta" });
    become({ status: "VALIDATED", decidedAt: "2026-11-28T10:00:00.000Z" });
    await user.click(send);
    expect(await title("Your registration is complete")).toBeVisible();
  });

  it("opens only what was rejected, with its reason, and sends everything (F60)", async () => {
    const reasons = [{ __typename: "IdentityReason", field: "city", reason: "Another town than on the card." }];
    const { user, sent } = open({
      identity: { status: "REJECTED", values: whole, reasons, correctable: ["placeOfBirth", "city"] },
    });
    expect(await title("Please correct your personal information")).toBeVisible();
    expect(screen.getByText(/^One thing was not right\./)).toBeVisible();
    expect(screen.queryByLabelText(/^Street/)).toBeNull();
    const city = await field("Town");
    expect(city).toHaveAccessibleDescription("To correct: Another town than on the card.");
    await user.clear(city);
    await user.type(city, "Brugge");
    await user.click(screen.getByRole("button", { name: /Review/ }));
    await user.click(await screen.findByRole("button", { name: "Send to Delta" }));
    expect(await title("Your registration is being looked at")).toBeVisible();
    expect(sent().at(-1)).toEqual({
      identity: expect.objectContaining({ city: "Brugge", street: "Kouter 1", documentNumber: "592-1234567-89" }),
      draft: false,
    });
  });

  it("keeps what was mistyped while other pages are looked at, in memory alone, and draws no draft from it (F60)", async () => {
    const { user, sent } = open({ path: "/my-registration?step=person" });
    await user.type(await field("Date of birth"), "31/02/1993");
    await user.type(await field("Place of birth"), "Gent");
    await user.click(screen.getByRole("button", { name: "Continue" }));
    expect(await field("Date of birth")).toHaveAccessibleDescription(/There is no such date/);
    await user.click(screen.getByRole("button", { name: /Address/ }));
    await waitFor(() => expect(sent()).toHaveLength(1));
    expect(sent()[0]?.identity).toMatchObject({ placeOfBirth: "Gent" });
    expect(sent()[0]?.identity).not.toHaveProperty("dateOfBirth");
    const leaving = new Event("beforeunload", { cancelable: true });
    window.dispatchEvent(leaving);
    expect(leaving.defaultPrevented).toBe(true);
    cleanup();
    open({ path: "/my-registration?step=person" });
    expect(await field("Date of birth")).toHaveValue("31/02/1993");
    expect(JSON.stringify({ ...sessionStorage, ...localStorage })).not.toContain("1993");
  });

  it("opens the app by itself once it is validated (F62)", async () => {
    const { become, answers } = open({ identity: { status: "SUBMITTED", values: whole } });
    expect(await title("Your registration is being looked at")).toBeVisible();
    become({ status: "VALIDATED", decidedAt: "2026-11-28T10:00:00.000Z" });
    window.dispatchEvent(new Event("focus"));
    expect(await title("Your registration is complete")).toBeVisible();
    await waitFor(() => expect(answers.askedFor("Viewer")).toHaveLength(1));
  });

  it("lets the founder register her own at once, or later (F52)", async () => {
    const viewer = aFounder();
    const { user, answers } = open({
      viewer,
      identity: { status: "DRAFT", values: whole },
      path: "/my-registration?step=review",
      state: { founded: true },
    });
    expect(await screen.findByText(/^Delta is founded and your account is active\./)).toBeVisible();
    expect(screen.getByRole("link", { name: "Later: go to Home" })).toHaveAttribute("href", "/");
    await user.click(screen.getByRole("button", { name: "Register my identity" }));
    expect(await title("Your registration is complete")).toBeVisible();
    expect(answers.askedFor("RegisterPersonalInformation")).toEqual([
      { input: expect.objectContaining({ userId: "u1", draft: false }) },
    ]);
    expect(screen.getByRole("link", { name: "Go on to Delta" })).toHaveAttribute("href", "/");
  });

  it("shows who read it and when, and hands over all that is kept of oneself (F63)", async () => {
    const saved: Blob[] = [];
    URL.createObjectURL = (blob) => `blob:${saved.push(blob as Blob)}`;
    URL.revokeObjectURL = () => {};
    HTMLAnchorElement.prototype.click = () => {};
    const { user } = open({
      identity: { status: "VALIDATED", decidedAt: "2026-11-28T10:00:00.000Z", values: whole },
      viewer: aNewcomer({ mustRegister: false }),
      more: {
        IdentityReads: () => ({
          identityReads: {
            __typename: "IdentityReadConnection",
            nodes: [
              {
                __typename: "IdentityRead",
                id: "r1",
                at: "2026-11-28T09:00:00.000Z",
                reader: { __typename: "User", id: "u9", firstName: "Bo", lastName: "Sy", email: null, username: "bo" },
              },
              { __typename: "IdentityRead", id: "r2", at: "2026-11-27T09:00:00.000Z", reader: null },
            ],
            pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
          },
        }),
        OwnData: () => ({ ownData: '{"account":{}}' }),
      },
    });
    const reads = within(await screen.findByRole("region", { name: "Who has read it" }));
    expect((await reads.findAllByRole("listitem")).map((item) => item.textContent)).toEqual([
      expect.stringMatching(/^Bo Sy/),
      expect.stringMatching(/^An account that is gone/),
    ]);
    await user.click(screen.getByRole("button", { name: "Download my data" }));
    expect(await screen.findByText("Downloaded")).toBeVisible();
    expect(saved[0]?.type).toBe("application/json");
  });
});
