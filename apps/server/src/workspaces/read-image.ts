import { largestLogo } from "@usher/rules/setting-ranges";

export interface Image {
  readonly contentType: "image/png" | "image/jpeg";
  readonly bytes: Buffer;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

type ReadImage = { ok: true; image: Image } | { ok: false; code: "IMAGE_MALFORMED" | "IMAGE_TOO_LARGE" };

const largestSide = 2_000;

/** Reads the data URL of a PNG or JPEG. What it is, its bytes say: whoever opens it later goes by our word. */
export function readImage(dataUrl: string): ReadImage {
  // base64 of the largest, and its head
  if (dataUrl.length > (largestLogo * 4) / 3 + 100) return { ok: false, code: "IMAGE_TOO_LARGE" };
  const base64 = /^data:image\/(?:png|jpeg);base64,([A-Za-z0-9+/]+={0,2})$/.exec(dataUrl)?.[1];
  const bytes = Buffer.from(base64 ?? "", "base64");
  if (bytes.length > largestLogo) return { ok: false, code: "IMAGE_TOO_LARGE" };
  const image = readPng(bytes) ?? readJpeg(bytes);
  if (!image || image.width < 1 || image.height < 1) return { ok: false, code: "IMAGE_MALFORMED" };
  if (Math.max(image.width, image.height) > largestSide) return { ok: false, code: "IMAGE_TOO_LARGE" };
  return { ok: true, image };
}

const pngBegins = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const pngEnds = Buffer.from("IEND");

/** PNG, third edition: the signature, then IHDR with width and height; IEND and its check sum are the last eight bytes. */
function readPng(bytes: Buffer): Image | null {
  if (bytes.length < 45 || !bytes.subarray(0, 8).equals(pngBegins)) return null;
  if (bytes.toString("latin1", 12, 16) !== "IHDR" || !bytes.subarray(-8, -4).equals(pngEnds)) return null;
  return { contentType: "image/png", bytes, width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** ISO 10918-1: markers with their lengths, of which a start of frame tells the size; EOI ends it. */
function readJpeg(bytes: Buffer): Image | null {
  if (bytes.length < 20 || bytes.readUInt16BE(0) !== 0xffd8 || bytes.readUInt16BE(bytes.length - 2) !== 0xffd9)
    return null;
  let at = 2;
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] as number;
    if (isFrame(marker)) {
      return {
        contentType: "image/jpeg",
        bytes,
        height: bytes.readUInt16BE(at + 5),
        width: bytes.readUInt16BE(at + 7),
      };
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

/** SOF0 to SOF15, without the three markers among them that begin something else. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
