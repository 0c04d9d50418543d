import { Button } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { RelativeTime } from "../../../ui/relative-time";
import { useInHand, useWizard } from "../wizard/import-context";
import type { KeptImport } from "../wizard/kept-import";
import { useOffice } from "../wizard/use-office";
import classes from "./in-the-making.module.css";

type LeftBehind = Omit<KeptImport, "file">;

/** Imports that were begun and not sent: this tab's, and those of tabs that were closed. */
export function InTheMaking() {
  const { t } = useTranslation("import");
  const { wizard: desk } = useInHand();
  const wizard = useWizard();
  const navigate = useNavigate();
  const office = useOffice();
  const { viewerId } = office;
  const [left, setLeft] = useState<LeftBehind[]>([]);

  useEffect(() => {
    let gone = false;
    void desk.keeper.leftBehind(viewerId).then((kept) => gone || setLeft(kept.slice(0, 3)));
    return () => {
      gone = true;
    };
  }, [desk, viewerId]);

  const drop = (id: string) => setLeft((before) => before.filter((other) => other.id !== id));

  async function goOn({ id, importId }: LeftBehind) {
    if (importId) return navigate(`/import/${importId}`);
    const kept = await desk.keeper.read(id);
    drop(id);
    if (kept && (await desk.resume(kept, office))) await navigate("/import/columns");
  }

  async function discard({ id }: LeftBehind) {
    drop(id);
    await desk.keeper.forget(id);
  }

  const mine = wizard.at === "open" ? wizard : null;
  if (!mine && left.length === 0) return null;
  return (
    <ul className={classes.list} aria-label={t("making.label")}>
      {mine ? (
        <Item name={mine.opened.name} detail={mine.importId ? t("making.sending") : t("making.open")}>
          {mine.importId ? null : (
            <Button variant="subtle" color="gray" size="xs" onClick={() => desk.forget()}>
              {t("making.discard")}
            </Button>
          )}
          <Button size="xs" component={Link} to={mine.importId ? `/import/${mine.importId}` : "/import/columns"}>
            {t("making.goOn")}
          </Button>
        </Item>
      ) : null}
      {left.map((kept) => (
        <Item
          key={kept.id}
          name={kept.fileName}
          detail={
            <>
              {kept.importId ? t("making.unsent") : t("making.left")}{" "}
              <RelativeTime time={new Date(kept.savedAt).toISOString()} />
            </>
          }
        >
          {kept.importId ? null : (
            <Button variant="subtle" color="gray" size="xs" onClick={() => void discard(kept)}>
              {t("making.discard")}
            </Button>
          )}
          <Button size="xs" variant={mine ? "default" : "filled"} onClick={() => void goOn(kept)}>
            {t("making.goOn")}
          </Button>
        </Item>
      ))}
    </ul>
  );
}

function Item({ name, detail, children }: { name: string; detail: ReactNode; children: ReactNode }) {
  return (
    <li>
      <span className={classes.name}>{name}</span>
      <span className={classes.detail}>{detail}</span>
      <span className={classes.actions}>{children}</span>
    </li>
  );
}
