import { Checkbox, Table, UnstyledButton } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconArrowDown, IconArrowUp, IconSelector } from "@tabler/icons-react";
import { type KeyboardEvent, type MouseEvent, type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import classes from "./data-table.module.css";

export interface Column<Row> {
  key: string;
  label: string;
  cell: (row: Row) => ReactNode;
  /** The field that the server orders by; absent: not sortable. */
  orderField?: string;
  numeric?: boolean;
  /** Left out on screens narrower than this. */
  from?: "md" | "lg" | "xl";
  width?: number | string;
}

export interface Order {
  field: string;
  direction: "ASC" | "DESC";
}

export interface Selecting {
  isSelected: (id: string) => boolean;
  /** `range`: everything between the row chosen last and this one. */
  toggle: (id: string, range: boolean) => void;
  toggleAll: () => void;
  all: "none" | "some" | "all";
}

interface Props<Row> {
  /** What the table holds, for screen readers. */
  label: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  /** The row's name, in the first column: it leads to the row's own address. */
  rowName: (row: Row) => string;
  /** Null for a row that has no address of its own, or none that the viewer may open. */
  rowPath: (row: Row) => string | null;
  rowActions?: (row: Row) => ReactNode;
  /** The row on a phone, beneath its name. */
  compact: (row: Row) => ReactNode;
  order?: Order;
  onOrder?: (order: Order) => void;
  selecting?: Selecting;
}

/** A list as a table, or as a stack of cards on a phone. The first column names the row. */
export function DataTable<Row extends { id: string }>(props: Props<Row>) {
  const narrow = useMediaQuery("(max-width: 48em)", false, { getInitialValueInEffect: false });
  return narrow ? <Cards {...props} /> : <Rows {...props} />;
}

function Rows<Row extends { id: string }>(props: Props<Row>) {
  const { label, rows, columns, rowName, rowPath, rowActions, order, onOrder, selecting } = props;
  const { t } = useTranslation();
  const body = useRef<HTMLTableSectionElement>(null);
  const openRow = useOpenRow();
  return (
    <Table className={classes.table} highlightOnHover>
      <caption className={classes.caption}>{label}</caption>
      <Table.Thead className={classes.head}>
        <Table.Tr>
          {selecting ? (
            <Table.Th className={classes.check}>
              <Checkbox
                size="xs"
                aria-label={t("table.selectLoaded", { count: rows.length })}
                checked={selecting.all === "all"}
                indeterminate={selecting.all === "some"}
                onChange={selecting.toggleAll}
              />
            </Table.Th>
          ) : null}
          {columns.map((column) => (
            <HeaderCell key={column.key} column={column} order={order} onOrder={onOrder} />
          ))}
          {rowActions ? (
            <Table.Th className={classes.actions}>
              <span className={classes.hidden}>{t("table.actions")}</span>
            </Table.Th>
          ) : null}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody ref={body} onKeyDown={(event) => moveByArrows(event, body.current)}>
        {rows.map((row) => (
          <Table.Tr
            key={row.id}
            className={classes.row}
            data-selected={selecting?.isSelected(row.id) || undefined}
            data-opens={rowPath(row) !== null || undefined}
            onClick={(event) => openRow(event, rowPath(row))}
          >
            {selecting ? (
              <Table.Td className={classes.check}>
                <RowCheckbox row={row} name={rowName(row)} selecting={selecting} />
              </Table.Td>
            ) : null}
            {columns.map((column, i) => (
              <Table.Td
                key={column.key}
                className={i === 0 ? classes.first : undefined}
                data-from={column.from}
                data-numeric={column.numeric || undefined}
              >
                {i === 0 ? <RowName path={rowPath(row)}>{column.cell(row)}</RowName> : column.cell(row)}
              </Table.Td>
            ))}
            {rowActions ? <Table.Td className={classes.actions}>{rowActions(row)}</Table.Td> : null}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Cards<Row extends { id: string }>(props: Props<Row>) {
  const { label, rows, columns, rowName, rowPath, rowActions, compact, selecting } = props;
  const openRow = useOpenRow();
  return (
    <ul className={classes.cards} aria-label={label}>
      {rows.map((row) => (
        // The card's name is the link that the keyboard reaches; a touch anywhere on the card is a convenience.
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        <li
          key={row.id}
          className={classes.card}
          data-selected={selecting?.isSelected(row.id) || undefined}
          data-opens={rowPath(row) !== null || undefined}
          onClick={(event) => openRow(event, rowPath(row))}
        >
          {selecting ? <RowCheckbox row={row} name={rowName(row)} selecting={selecting} /> : null}
          <div className={classes.cardBody}>
            <RowName path={rowPath(row)}>{columns[0]?.cell(row)}</RowName>
            <div className={classes.cardDetail}>{compact(row)}</div>
          </div>
          {rowActions ? <div className={classes.cardActions}>{rowActions(row)}</div> : null}
        </li>
      ))}
    </ul>
  );
}

function RowName({ path, children }: { path: string | null; children: ReactNode }) {
  if (path === null) return <span className={classes.name}>{children}</span>;
  return (
    <Link to={path} preventScrollReset className={classes.name} data-row-link>
      {children}
    </Link>
  );
}

function RowCheckbox<Row extends { id: string }>({
  row,
  name,
  selecting,
}: {
  row: Row;
  name: string;
  selecting: Selecting;
}) {
  const { t } = useTranslation();
  const shift = useRef(false);
  return (
    <Checkbox
      size="xs"
      className={classes.checkbox}
      aria-label={t("table.select", { name })}
      checked={selecting.isSelected(row.id)}
      onClick={(event) => {
        shift.current = event.shiftKey;
      }}
      onChange={() => selecting.toggle(row.id, shift.current)}
      data-row-check
    />
  );
}

function HeaderCell<Row>({
  column,
  order,
  onOrder,
}: {
  column: Column<Row>;
  order?: Order;
  onOrder?: (order: Order) => void;
}) {
  const { orderField, label, from, numeric, width } = column;
  const style = width ? { width } : undefined;
  if (!orderField || !onOrder) {
    return (
      <Table.Th data-from={from} data-numeric={numeric || undefined} style={style}>
        {label}
      </Table.Th>
    );
  }
  const direction = order?.field === orderField ? order.direction : null;
  const Icon = direction === "ASC" ? IconArrowUp : direction === "DESC" ? IconArrowDown : IconSelector;
  return (
    <Table.Th
      data-from={from}
      data-numeric={numeric || undefined}
      style={style}
      aria-sort={direction === "ASC" ? "ascending" : direction === "DESC" ? "descending" : undefined}
    >
      <UnstyledButton
        className={classes.sort}
        data-active={direction !== null || undefined}
        onClick={() => onOrder({ field: orderField, direction: direction === "ASC" ? "DESC" : "ASC" })}
      >
        {label}
        <Icon size={14} stroke={1.8} aria-hidden />
      </UnstyledButton>
    </Table.Th>
  );
}

/** A click on the row opens it, unless it was meant for something in it or selected text. */
function useOpenRow() {
  const navigate = useNavigate();
  return (event: MouseEvent<HTMLElement>, path: string | null) => {
    if (path === null) return;
    const target = event.target as HTMLElement;
    if (!event.currentTarget.contains(target) || target.closest("a, button, input, label, [role=menu]")) return;
    if (window.getSelection()?.toString()) return;
    void navigate(path, { preventScrollReset: true });
  };
}

/** Up and down go to the same control of the neighbouring row. */
function moveByArrows(event: KeyboardEvent, body: HTMLElement | null) {
  if ((event.key !== "ArrowDown" && event.key !== "ArrowUp") || !body) return;
  const target = event.target as HTMLElement;
  const kind = target.closest("[data-row-link]")
    ? "[data-row-link]"
    : target.closest("[data-row-check]")
      ? "[data-row-check]"
      : null;
  if (!kind) return;
  const stops = [...body.querySelectorAll<HTMLElement>(kind)];
  const next =
    stops[stops.indexOf(target.closest<HTMLElement>(kind) as HTMLElement) + (event.key === "ArrowDown" ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
