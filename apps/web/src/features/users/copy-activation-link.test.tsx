import { screen } from "@testing-library/react";
import { Answers } from "../../../test/answers";
import { aFounder } from "../../../test/people";
import { renderPage } from "../../../test/render-app";
import { CopyActivationLink } from "./copy-activation-link";

const user = { id: "u9", name: "Lea Maes" };

function open(payload: object) {
  const answers = new Answers({
    CopyActivationLink: () => ({
      copyActivationLink: {
        __typename: "CopyActivationLinkPayload",
        link: null,
        expiresAt: null,
        userErrors: [],
        ...payload,
      },
    }),
  });
  return { answers, ...renderPage(<CopyActivationLink user={user} />, { answers, viewer: aFounder() }) };
}

it("shows a further link once, for one person (F13)", async () => {
  const page = open({ link: "https://usher.example.org/activate#x", expiresAt: "2026-11-24T09:00:00.000Z" });
  await page.user.click(screen.getByRole("button", { name: "Copy activation link" }));
  expect(await screen.findByRole("textbox", { name: "Activation link of Lea Maes" })).toHaveValue(
    "https://usher.example.org/activate#x",
  );
  expect(page.answers.askedFor("CopyActivationLink")).toEqual([{ userId: "u9" }]);
  expect(screen.getByRole("button", { name: "Close without copying" })).toBeInTheDocument();
});

it("says why there is none", async () => {
  const page = open({
    userErrors: [{ __typename: "UserError", code: "USER_NOT_PENDING", message: "", path: ["userId"] }],
  });
  await page.user.click(screen.getByRole("button", { name: "Copy activation link" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("This account is active or closed already");
});
