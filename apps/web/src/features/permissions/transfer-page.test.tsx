import { screen, waitFor } from "@testing-library/react";
import { Answers } from "../../../test/answers";
import { aFounder } from "../../../test/people";
import { renderPage } from "../../../test/render-app";
import { TransferPage } from "./transfer-page";

const person = (id: string, firstName: string, lastName: string) => ({
  __typename: "User",
  id,
  firstName,
  lastName,
  email: null,
  username: null,
});

const aTransfer = (toId: string) => ({
  __typename: "FoundershipTransfer",
  createdAt: "2026-11-28T10:00:00.000Z",
  expiresAt: "2026-12-05T10:00:00.000Z",
  from: person("u9", "Ada", "Okoro"),
  to: person(toId, "Ann", "Lee"),
});

const payload = (...codes: string[]) => ({
  __typename: "FoundershipTransferPayload",
  transfer: null,
  userErrors: codes.map((code) => ({ __typename: "UserError", code, message: code, path: [] })),
});

function open(answer: ConstructorParameters<typeof Answers>[0] = {}, toId = "u1") {
  const viewer = aFounder({ grantPermissions: false });
  const answers = new Answers({
    FoundershipTransfer: () => ({ foundershipTransfer: aTransfer(toId) }),
    Viewer: () => ({ isFounded: true, viewer: aFounder() }),
    ...answer,
  });
  return { answers, ...renderPage(<TransferPage />, { answers, at: "/permissions/transfer", viewer }) };
}

describe("the one to whom the workspace is offered (F52)", () => {
  it("learns what it means and takes it with their own password; what they may do is read anew", async () => {
    const { answers, user } = open({
      ConfirmFoundershipTransfer: () => ({ confirmFoundershipTransfer: payload() }),
    });
    expect(await screen.findByRole("heading", { name: "Become the founder of Delta?" })).toBeInTheDocument();
    expect(screen.getByText("Ada Okoro becomes an administrator without permissions.")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Become the founder of Delta" }));
    expect(screen.getByLabelText("Your password")).toBeInvalid();
    expect(answers.askedFor("ConfirmFoundershipTransfer")).toEqual([]);
    await user.type(screen.getByLabelText("Your password"), "quiet orange harbour");
    await user.click(screen.getByRole("button", { name: "Become the founder of Delta" }));
    expect(await screen.findByRole("heading", { name: "You are the founder of Delta now" })).toBeInTheDocument();
    expect(answers.askedFor("ConfirmFoundershipTransfer")).toEqual([{ input: { password: "quiet orange harbour" } }]);
    expect(answers.askedFor("Viewer")).toHaveLength(1);
    expect(screen.getByRole("link", { name: "Show permissions" })).toHaveAttribute("href", "/permissions");
  });

  it("may decline, without a password", async () => {
    const { answers, user } = open({ CancelFoundershipTransfer: () => ({ cancelFoundershipTransfer: payload() }) });
    await user.click(await screen.findByRole("button", { name: "Decline" }));
    expect(await screen.findByRole("heading", { name: "You have declined" })).toBeInTheDocument();
    expect(answers.askedFor("CancelFoundershipTransfer")).toHaveLength(1);
  });

  it("is told when the offer was withdrawn meanwhile", async () => {
    const { user } = open({
      ConfirmFoundershipTransfer: () => ({ confirmFoundershipTransfer: payload("TRANSFER_CLOSED") }),
    });
    await user.type(await screen.findByLabelText("Your password"), "quiet orange harbour");
    await user.click(screen.getByRole("button", { name: "Become the founder of Delta" }));
    await waitFor(() => expect(screen.getByText(/^There is no open offer any more/)).toBeInTheDocument());
  });

  it("is somebody else than whoever has only the address", async () => {
    open({}, "u8");
    expect(await screen.findByRole("heading", { name: "There is no open offer" })).toBeInTheDocument();
    expect(screen.queryByLabelText("Your password")).toBeNull();
  });
});
