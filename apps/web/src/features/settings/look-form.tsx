import { Button, ColorInput, FileButton } from "@mantine/core";
import { IconPhoto, IconTrash } from "@tabler/icons-react";
import { parseAccentColor } from "@usher/rules/accent-color";
import { largestLogo } from "@usher/rules/setting-ranges";
import { useTranslation } from "react-i18next";
import type { SettingsFieldsFragment } from "../../gql/graphql";
import { useCodedForm } from "../../ui/use-coded-form";
import classes from "./look-form.module.css";
import { MailPreview } from "./mail-preview";
import { readDataUrl } from "./read-data-url";
import { SettingsForm } from "./settings-form";

/** Each dark enough for white words. */
const swatches = ["#3b54cb", "#1f6f8b", "#17693b", "#855300", "#b3261e", "#8a2f6b", "#4a4c55", "#1b1c21"];

/** How mails and the pages behind their links look (F64). */
export function LookForm({ workspace }: { workspace: SettingsFieldsFragment }) {
  const { t, i18n } = useTranslation("settings");
  const form = useCodedForm({
    initial: {
      accentColor: workspace.accentColor ?? "",
      /** As it is served, or as it was just chosen; "" for none. */
      logo: workspace.logoUrl ?? "",
    },
    labels: { accentColor: t("look.color"), logo: t("look.logo") },
    check: ({ accentColor }) => {
      const parsed = accentColor === "" ? null : parseAccentColor(accentColor);
      return parsed?.ok === false ? [{ path: "accentColor", code: parsed.code }] : [];
    },
  });
  const { accentColor, logo } = form.values;
  const { onChange: _, ...color } = form.field("accentColor");
  const problem = form.errorOf("logo");

  async function choose(file: File | null) {
    if (!file) return;
    // the server would refuse it after a long upload
    if (file.size > largestLogo) return form.place([{ code: "IMAGE_TOO_LARGE", message: "", path: ["logo"] }]);
    form.set("logo", await readDataUrl(file));
  }

  return (
    <div className={classes.columns}>
      <SettingsForm
        form={form}
        lead={t("look.lead")}
        toInput={(values) => ({
          accentColor: values.accentColor || null,
          ...(values.logo !== (workspace.logoUrl ?? "") && { logo: values.logo || null }),
        })}
      >
        <ColorInput
          {...color}
          description={t("look.colorHelp")}
          placeholder={t("look.ownColor")}
          format="hex"
          swatches={swatches}
          withEyeDropper={false}
          className={classes.color}
          onChange={(chosen) => form.set("accentColor", chosen)}
        />
        <div className={classes.logo}>
          <span className={classes.label}>{t("look.logo")}</span>
          {logo ? <img src={logo} alt={t("look.logoAlt")} className={classes.image} /> : null}
          <div className={classes.buttons}>
            <FileButton accept="image/png,image/jpeg" onChange={(file) => void choose(file)}>
              {(props) => (
                <Button
                  {...props}
                  id={form.idOf("logo")}
                  variant="default"
                  leftSection={<IconPhoto size={16} stroke={1.6} aria-hidden />}
                  aria-describedby={form.idOf("logo-help")}
                >
                  {logo ? t("look.otherLogo") : t("look.chooseLogo")}
                </Button>
              )}
            </FileButton>
            {logo ? (
              <Button
                variant="subtle"
                color="gray"
                leftSection={<IconTrash size={16} stroke={1.6} aria-hidden />}
                onClick={() => form.set("logo", "")}
              >
                {t("look.noLogo")}
              </Button>
            ) : null}
          </div>
          {problem ? (
            <p className={classes.problem} role="alert">
              {problem}
            </p>
          ) : null}
          <p id={form.idOf("logo-help")} className={classes.help}>
            {t("look.logoHelp")}
          </p>
        </div>
        <div className={classes.sample} aria-hidden>
          <span
            className={classes.button}
            style={{ background: parseAccentColor(accentColor).ok ? accentColor : undefined }}
          >
            {t("look.sample")}
          </span>
        </div>
      </SettingsForm>
      <MailPreview
        key={`${workspace.accentColor} ${workspace.logoUrl}`}
        name="INVITATION"
        language={i18n.language.toUpperCase() as "EN"}
        heading={t("look.preview")}
      />
    </div>
  );
}
