import { useQuery } from "@apollo/client/react";
import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { RecentImportsDocument } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { RelativeTime } from "../../ui/relative-time";
import classes from "./home-list.module.css";

/** A question of its own: slow imports must not hold the numbers above. */
export function RecentImports() {
  const { t } = useTranslation("home");
  const format = useFormat();
  const { data } = useQuery(RecentImportsDocument);
  const imports = data?.imports.nodes.slice(0, 3) ?? [];
  if (imports.length === 0) return null;
  return (
    <section aria-labelledby="recent-imports">
      <div className={classes.head}>
        <h2 id="recent-imports">{t("imports.title")}</h2>
      </div>
      <ul className={classes.list}>
        {imports.map(({ id, fileName, counts, totalRows, createdAt }) => (
          <li key={id}>
            <Anchor component={Link} to={`/import/${id}`} c="inherit" className={classes.name}>
              {fileName}
            </Anchor>
            <span className={classes.detail}>
              {t("imports.rows", { count: totalRows, number: format.number(totalRows) })}
              {counts.rejected > 0
                ? ` · ${t("imports.rejected", { count: counts.rejected, number: format.number(counts.rejected) })}`
                : ""}
              {" · "}
              <RelativeTime time={createdAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
