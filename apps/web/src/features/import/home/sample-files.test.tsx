import { screen } from "@testing-library/react";
import { identityFields } from "@usher/rules/identity-fields";
import { renderImport } from "../testing/render-step";
import { SampleFiles } from "./sample-files";

it("offers a template with identity columns where the workspace asks for any (F28, F44)", async () => {
  await renderImport(<SampleFiles />, { at: "/import" });
  expect(screen.getByRole("button", { name: "Download a template" })).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Download a template with identity columns" })).toBeInTheDocument();
});

it("offers the plain one alone where it asks for nothing", async () => {
  const asked = Object.fromEntries(identityFields.map((field) => [field, "HIDDEN"] as const));
  await renderImport(<SampleFiles />, { at: "/import", asked });
  expect(screen.getByRole("button", { name: "Download a template" })).toBeInTheDocument();
  expect(screen.queryByText(/identity columns/)).not.toBeInTheDocument();
});
