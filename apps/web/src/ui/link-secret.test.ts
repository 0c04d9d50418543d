import { secretIn, takeLinkSecret } from "./link-secret";

it.each([
  ["https://usher.example.org/join#abc-_1", "abc-_1"],
  ["<https://usher.example.org/join#abc>", "abc"],
  ["https://usher.example.org/join#ab\r\n  c", "abc"],
  ["#code=setup-1", "setup-1"],
  ["abc", "abc"],
  ["  ", ""],
  ["https://usher.example.org/join#%", "%"],
])("reads the secret in %j", (text, secret) => {
  expect(secretIn(text)).toBe(secret);
});

it("takes the secret out of the address bar before anything else runs", () => {
  history.replaceState(null, "", "/join?lang=fr#secret-1");
  takeLinkSecret();
  expect(location.href).toMatch(/\/join\?lang=fr$/);
  expect(Object.values({ ...sessionStorage })).toContain('"secret-1"');
});

it("leaves fragments of other pages alone", () => {
  history.replaceState(null, "", "/users#content");
  takeLinkSecret();
  expect(location.hash).toBe("#content");
});
