import { usualFields } from "@usher/rules/identity-fields";
import {
  carryOver,
  columnsToDefault,
  type Draft,
  mapColumn,
  onlyOffered,
  proposeDraft,
  setDefault,
  unfilledColumns,
} from "./draft";
import { anOpenedFile } from "./testing/an-opened-file";

const aDraft = (more: Partial<Draft> = {}): Draft => ({
  ...proposeDraft(anOpenedFile(), null, {}, usualFields),
  ...more,
});

describe("what is proposed for a file (F33)", () => {
  it("takes what the names and values say, and only suggests what is near", () => {
    const draft = aDraft();
    expect(draft.columns).toEqual(["first_name", "last_name", "email", null, null]);
    expect(draft.how).toEqual(["header", "header", "values", null, null]);
    expect(draft.suggestions).toEqual([null, null, null, "company", null]);
  });

  it("takes what was chosen last time for the same header above all", () => {
    const draft = proposeDraft(anOpenedFile(), ["last_name", "first_name", "email", "company", null], {}, usualFields);
    expect(draft.columns).toEqual(["last_name", "first_name", "email", "company", null]);
    expect(new Set(draft.how)).toEqual(new Set(["remembered"]));
    expect(draft.suggestions).toEqual([null, null, null, null, null]);
  });
});

describe("columns of the identity (F44)", () => {
  const header = ["Date de naissance", "Tél", "Nationalité"];
  const opened = anOpenedFile({
    header,
    proposal: {
      columns: ["date_of_birth", null, "nationality"],
      how: ["header", "similar", "header"],
      suggestions: [null, "phone", null],
    },
  });
  const asked = { ...usualFields, phone: "HIDDEN", nationality: "HIDDEN" } as const;

  it("are proposed where the workspace asks for them, remembered or not", () => {
    expect(proposeDraft(opened, null, {}, usualFields)).toMatchObject({
      columns: ["date_of_birth", null, "nationality"],
      suggestions: [null, "phone", null],
    });
    const draft = proposeDraft(opened, null, {}, asked);
    expect(draft).toMatchObject({ columns: ["date_of_birth", null, null], suggestions: [null, null, null] });
    const again = proposeDraft(opened, ["date_of_birth", "phone", null], {}, asked);
    expect(again.columns).toEqual(["date_of_birth", null, null]);
  });

  it("are left out of a kept draft once they are asked for no more", () => {
    const draft = proposeDraft(opened, null, {}, usualFields);
    expect(onlyOffered(draft, usualFields)).toBe(draft);
    expect(onlyOffered(draft, asked).columns).toEqual(["date_of_birth", null, null]);
  });

  it("hold dates too: which order they are in is asked anew", () => {
    const open = { ...proposeDraft(opened, null, {}, usualFields), dateOrder: "mdy" as const, openDate: "03/04/1990" };
    expect(mapColumn(open, 0, null)).toMatchObject({ dateOrder: null, openDate: null });
    expect(mapColumn(open, 1, "phone")).toMatchObject({ dateOrder: "mdy" });
  });
});

describe("mapping a column", () => {
  it("lets the column that was the same give way: no two are one", () => {
    const draft = mapColumn(aDraft(), 4, "email");
    expect(draft.columns).toEqual(["first_name", "last_name", null, null, "email"]);
    expect(draft.how[2]).toBe("chosen");
  });

  it("takes a suggestion for granted once its column is chosen, here or elsewhere", () => {
    expect(mapColumn(aDraft(), 3, "company").suggestions[3]).toBeNull();
    expect(mapColumn(aDraft(), 4, "company").suggestions[3]).toBeNull();
  });

  it("forgets how dates are written when another column holds them", () => {
    const asked = aDraft({ dateOrder: "mdy", openDate: "03/04/2027" });
    expect(mapColumn(asked, 3, "company")).toMatchObject({ dateOrder: "mdy", openDate: "03/04/2027" });
    expect(mapColumn(asked, 4, "deletion_date")).toMatchObject({ dateOrder: null, openDate: null });
  });
});

describe("obligatory columns (F30)", () => {
  it("are filled by a column or by a default", () => {
    expect(unfilledColumns(aDraft())).toEqual(["company"]);
    expect(unfilledColumns(setDefault(aDraft(), "company", "Acme"))).toEqual([]);
    expect(unfilledColumns(setDefault(setDefault(aDraft(), "company", "Acme"), "company", ""))).toEqual(["company"]);
  });

  it("has the e-mail in the file: one address for everybody is nobody's", () => {
    const draft = setDefault(mapColumn(aDraft(), 2, null), "email", "all@x.example");
    expect(unfilledColumns(draft)).toContain("email");
    expect(columnsToDefault(draft)).toEqual(["company"]);
  });
});

describe("a mended copy of a file", () => {
  const last = { header: anOpenedFile().header, draft: mapColumn(aDraft({ message: "Welcome" }), 3, "company") };

  it("goes on with every choice, whatever columns it has more", () => {
    const header = ["What is wrong", ...last.header];
    const proposed = proposeDraft(anOpenedFile({ header }), [null, null, null, null, null, null], {}, usualFields);
    const draft = carryOver(last, header, proposed);
    expect(draft.columns).toEqual([null, "first_name", "last_name", "email", "company", null]);
    expect(draft).toMatchObject({ message: "Welcome", key: proposed.key });
  });

  it.each([
    ["a mapped column is gone", ["Prénom", "Nom", "Société"]],
    ["a mapped name stands twice", [...last.header, "Nom"]],
  ])("is another file when %s", (_, header) => {
    const proposed = proposeDraft(anOpenedFile({ header }), null, {}, usualFields);
    expect(carryOver(last, header, proposed)).toBe(proposed);
  });
});
