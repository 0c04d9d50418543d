import { parseCookie, stringifySetCookie } from "cookie";
import type { Request, Response } from "express";
import type { RequestFacts } from "../context.js";

const days = (count: number) => count * 24 * 60 * 60;
const lifetimes = { session: days(30), device: days(365) };

/**
 * Cookies that scripts cannot read and other sites cannot use. Under https the name's prefix `__Host-` makes the browser
 * hold them to this very host (RFC 6265bis, 4.1.3.2).
 */
export function requestFacts(req: Request, res: Response, isSecure: boolean): RequestFacts {
  const nameOf = (name: "session" | "device") => `${isSecure ? "__Host-" : ""}usher_${name}`;
  const cookies = parseCookie(req.headers.cookie ?? "");
  const secretOf = (name: "session" | "device") => cookies[nameOf(name)] || null;
  return {
    clientAddress: req.ip ?? req.socket.remoteAddress ?? "unknown",
    sessionSecret: secretOf("session"),
    deviceSecret: secretOf("device"),
    setCookie(name, secret) {
      const cookie = stringifySetCookie({
        name: nameOf(name),
        value: secret ?? "",
        httpOnly: true,
        sameSite: "lax",
        secure: isSecure,
        path: "/",
        maxAge: secret === null ? 0 : lifetimes[name],
      });
      res.append("Set-Cookie", cookie);
    },
  };
}
