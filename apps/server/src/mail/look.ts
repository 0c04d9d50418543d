/** How the mails of a workspace look. */
export interface Look {
  /** #rrggbb, dark enough for white text on it. null: Usher's own. */
  readonly accentColor: string | null;
  readonly logo: MailLogo | null;
}

export interface MailLogo {
  readonly contentType: "image/png" | "image/jpeg";
  readonly base64: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** Where this server serves it, for mails that are shown here and not sent. */
  readonly path: string;
}

export const plainLook: Look = { accentColor: null, logo: null };
