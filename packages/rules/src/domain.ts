// the trailing path keeps Node from taking its own deprecated module of that name
import punycode from "punycode/punycode.js";

const maxDomain = 253;
const maxLabel = 63;

/** Labels part at the ASCII dot and at the three dots of East Asian input methods (UTS 46). */
const dots = /[.\u3002\uff0e\uff61]/;
const asciiLabel = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;
const unicodeLabel = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u;

/**
 * A domain as its A-labels (RFC 5890), lower-cased: what is compared and what goes to the mail server. `undefined` when
 * it is not a host name with a dot and a top level that is no number. "bücher.example" and "xn--bcher-kva.example" are
 * one domain.
 */
export function domainKey(domain: string): string | undefined {
  if (domain.length > maxDomain) return undefined;
  const labels = domain.split(dots);
  const top = labels.at(-1) as string;
  if (labels.length < 2 || /^[0-9]+$/.test(top)) return undefined;
  const keys: string[] = [];
  for (const label of labels) {
    const key = labelKey(label);
    if (key === undefined) return undefined;
    keys.push(key);
  }
  const key = keys.join(".");
  return key.length > maxDomain ? undefined : key;
}

function labelKey(label: string): string | undefined {
  const mapped = label.normalize("NFKC").toLowerCase().normalize("NFKC");
  if (asciiLabel.test(mapped)) {
    if (mapped.length > maxLabel) return undefined;
    return mapped.startsWith("xn--") && !isALabel(mapped) ? undefined : mapped;
  }
  if (!unicodeLabel.test(mapped)) return undefined;
  const encoded = `xn--${punycode.encode(mapped)}`;
  return encoded.length > maxLabel ? undefined : encoded;
}

/** A-labels that decode to nothing, or to what another label also means, would be a second spelling of one domain. */
function isALabel(label: string): boolean {
  try {
    const decoded = punycode.decode(label.slice(4));
    return !asciiLabel.test(decoded) && labelKey(decoded) === label;
  } catch {
    return false;
  }
}
