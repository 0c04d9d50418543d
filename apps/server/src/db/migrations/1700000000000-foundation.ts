import type { MigrationInterface, QueryRunner } from "typeorm";
import {
  createTable,
  day,
  flag,
  id,
  index,
  integer,
  json,
  moment,
  nullable,
  primary,
  text,
  unique,
  word,
} from "./table.js";

/** The tables that everything began with. No foreign keys: see docs/adr. */
export class Foundation1700000000000 implements MigrationInterface {
  name = "Foundation1700000000000";

  async up(runner: QueryRunner): Promise<void> {
    await byteExactCollation(runner);
    await createTable(
      runner,
      "audit_events",
      [
        primary(id("id")),
        id("workspace_id"),
        text("type", 48),
        nullable(id("actor_id")),
        word("actor_kind"),
        nullable(id("subject_id")),
        json("details"),
        moment("created_at"),
      ],
      [
        index("audit_events_time", ["workspace_id", "id"]),
        index("audit_events_actor", ["workspace_id", "actor_id", "created_at"]),
        index("audit_events_subject", ["workspace_id", "subject_id", "id"]),
      ],
    );
    await createTable(
      runner,
      "companies",
      [primary(id("id")), id("workspace_id"), text("name", 100), text("name_key", 200), moment("created_at")],
      [unique("companies_name", ["workspace_id", "name_key"])],
    );
    await createTable(runner, "day_counts", [
      primary(id("workspace_id")),
      primary(day("day")),
      primary(word("step")),
      primary(integer("shard")),
      integer("people"),
    ]);
    await createTable(
      runner,
      "email_changes",
      [
        primary(id("id")),
        id("workspace_id"),
        id("user_id"),
        text("email", 254),
        text("email_key", 254),
        word("state"),
        integer("generation"),
        integer("user_generation"),
        moment("expires_at"),
        moment("created_at"),
      ],
      [unique("email_changes_user", ["user_id"]), index("email_changes_expiry", ["expires_at"])],
    );
    await createTable(runner, "export_parts", [primary(id("task_id")), primary(integer("part")), json("lines")]);
    await createTable(runner, "foundership_transfers", [
      primary(id("workspace_id")),
      id("from_id"),
      id("to_id"),
      moment("created_at"),
      moment("expires_at"),
    ]);
    await createTable(
      runner,
      "grants",
      [id("workspace_id"), primary(id("user_id")), primary(word("permission")), id("granted_by"), moment("created_at")],
      [index("grants_permission", ["workspace_id", "permission", "user_id"])],
    );
    await createTable(
      runner,
      "group_members",
      [id("workspace_id"), primary(id("group_id")), primary(id("user_id")), primary(word("role"))],
      [
        index("group_members_role", ["group_id", "role", "user_id"]),
        index("group_members_user", ["workspace_id", "user_id"]),
      ],
    );
    await createTable(
      runner,
      "groups",
      [primary(id("id")), id("workspace_id"), text("name", 100), text("name_key", 200), moment("created_at")],
      [unique("groups_name", ["workspace_id", "name_key"])],
    );
    await createTable(
      runner,
      "idempotent_answers",
      [
        primary(id("workspace_id")),
        primary(id("actor_id")),
        primary(text("operation", 48)),
        primary(text("key", 100)),
        text("input_hash", 43),
        json("answer"),
        moment("created_at"),
      ],
      [index("idempotent_answers_created", ["created_at"])],
    );
    await createTable(
      runner,
      "identities",
      [
        primary(id("id")),
        id("workspace_id"),
        word("status"),
        json("sealed"),
        nullable(json("sealed_reasons")),
        nullable(text("tax_number_key", 43)),
        nullable(text("document_key", 43)),
        nullable(moment("submitted_at")),
        nullable(moment("decided_at")),
        nullable(id("decided_by_id")),
        moment("created_at"),
        moment("updated_at"),
      ],
      [
        unique("identities_document", ["workspace_id", "document_key"]),
        unique("identities_tax_number", ["workspace_id", "tax_number_key"]),
        index("identities_status", ["workspace_id", "status", "updated_at", "id"]),
      ],
    );
    await createTable(runner, "import_cells", [
      primary(id("import_id")),
      primary(integer("chunk")),
      json("keys"),
      json("cells"),
      nullable(json("sealed_cells")),
    ]);
    await createTable(
      runner,
      "import_chunks",
      [
        primary(id("import_id")),
        primary(integer("number")),
        integer("first_row"),
        integer("row_count"),
        text("hash", 43),
        word("state"),
        integer("invited"),
        integer("created"),
        integer("updated"),
        integer("added_to_groups"),
        integer("unchanged"),
        integer("rejected"),
        integer("empty"),
        integer("attempts"),
        moment("lease_until"),
        nullable(id("lease_owner")),
        nullable(text("outcomes", 2000)),
        nullable(json("repeats")),
        nullable(json("leaders")),
      ],
      [index("import_chunks_state", ["import_id", "state", "number"])],
    );
    await createTable(runner, "import_issues", [
      primary(id("import_id")),
      primary(integer("row")),
      primary(word("column")),
      primary(text("code", 48)),
    ]);
    await createTable(
      runner,
      "imports",
      [
        primary(id("id")),
        id("workspace_id"),
        id("created_by_id"),
        word("mode"),
        nullable(word("credential")),
        nullable(word("activation_mail")),
        text("file_name", 255),
        integer("total_rows"),
        json("columns"),
        nullable(text("header_hash", 43)),
        json("defaults"),
        word("date_order"),
        flag("create_missing"),
        word("existing"),
        nullable(text("message", 2000)),
        integer("lifetime_hours"),
        nullable(text("idempotency_key", 100)),
        text("input_hash", 43),
        word("state"),
        nullable(moment("compared_at")),
        nullable(json("plan")),
        nullable(text("failure", 48)),
        moment("created_at"),
        nullable(moment("started_at")),
        nullable(moment("finished_at")),
        nullable(moment("lease_until")),
        nullable(id("lease_owner")),
      ],
      [
        index("imports_header", ["workspace_id", "header_hash", "created_at"]),
        unique("imports_idempotency", ["workspace_id", "created_by_id", "idempotency_key"]),
        index("imports_state", ["state"]),
        index("imports_maker", ["workspace_id", "created_by_id", "created_at", "id"]),
        index("imports_created", ["workspace_id", "created_at", "id"]),
      ],
    );
    await createTable(
      runner,
      "inbox_mails",
      [primary(id("id")), id("workspace_id"), json("sealed"), moment("created_at")],
      [index("inbox_mails_created", ["created_at"]), index("inbox_mails_workspace", ["workspace_id", "id"])],
    );
    await createTable(runner, "installation", [primary(text("name", 64)), text("value", 255)]);
    await createTable(
      runner,
      "invitation_groups",
      [id("workspace_id"), primary(id("invitation_id")), primary(id("group_id")), primary(word("role"))],
      [index("invitation_groups_group", ["group_id", "invitation_id"])],
    );
    await createTable(
      runner,
      "invitations",
      [
        primary(id("id")),
        id("workspace_id"),
        text("email", 254),
        text("email_key", 254),
        nullable(text("open_key", 254)),
        word("status"),
        nullable(text("username", 64)),
        nullable(text("first_name", 100)),
        nullable(text("last_name", 100)),
        text("last_key", 200),
        text("first_key", 200),
        word("user_type"),
        word("language"),
        nullable(id("company_id")),
        nullable(id("team_id")),
        nullable(id("label_id")),
        nullable(day("deletion_date")),
        nullable(text("external_id", 100)),
        nullable(text("message", 2000)),
        id("inviter_id"),
        integer("lifetime_hours"),
        moment("expires_at"),
        integer("generation"),
        integer("sent_count"),
        nullable(moment("last_sent_at")),
        nullable(moment("delivered_at")),
        nullable(moment("opened_at")),
        nullable(word("delivery_state")),
        nullable(word("attention")),
        nullable(moment("new_link_asked_at")),
        nullable(moment("seat_refused_at")),
        integer("reminders_sent"),
        nullable(moment("next_reminder_at")),
        nullable(moment("accepted_at")),
        nullable(id("accepted_user_id")),
        nullable(id("program_session_id")),
        nullable(json("sealed_identity")),
        nullable(id("import_id")),
        nullable(integer("import_row")),
        moment("created_at"),
        moment("updated_at"),
      ],
      [
        index("invitations_external_id", ["workspace_id", "external_id"]),
        index("invitations_delivery", ["workspace_id", "delivery_state", "created_at", "id"]),
        index("invitations_attention", ["workspace_id", "attention", "created_at", "id"]),
        index("invitations_reminder", ["next_reminder_at", "id"]),
        index("invitations_accepted_user", ["workspace_id", "accepted_user_id"]),
        index("invitations_import", ["workspace_id", "import_id", "created_at", "id"]),
        index("invitations_inviter", ["workspace_id", "inviter_id", "created_at", "id"]),
        index("invitations_sent", ["workspace_id", "last_sent_at", "id"]),
        index("invitations_expiry", ["workspace_id", "status", "expires_at", "id"]),
        index("invitations_status", ["workspace_id", "status", "created_at", "id", "expires_at"]),
        index("invitations_first_name", ["workspace_id", "first_key", "last_key", "id"]),
        index("invitations_last_name", ["workspace_id", "last_key", "first_key", "id"]),
        index("invitations_email", ["workspace_id", "email_key", "id"]),
        unique("invitations_open", ["workspace_id", "open_key"]),
      ],
    );
    await createTable(
      runner,
      "known_devices",
      [primary(id("id")), id("workspace_id"), id("user_id"), text("secret_hash", 43), moment("created_at")],
      [
        index("known_devices_user", ["user_id"]),
        index("known_devices_created", ["created_at"]),
        unique("known_devices_secret", ["secret_hash", "user_id"]),
      ],
    );
    await createTable(
      runner,
      "labels",
      [primary(id("id")), id("workspace_id"), text("name", 100), text("name_key", 200), moment("created_at")],
      [unique("labels_name", ["workspace_id", "name_key"])],
    );
    await createTable(
      runner,
      "links",
      [
        primary(id("id")),
        id("workspace_id"),
        word("purpose"),
        id("subject_id"),
        integer("generation"),
        text("secret_hash", 43),
        moment("expires_at"),
        moment("created_at"),
      ],
      [
        index("links_subject", ["subject_id", "generation"]),
        unique("links_secret", ["secret_hash"]),
        index("links_expiry", ["expires_at"]),
      ],
    );
    await createTable(
      runner,
      "merged_names",
      [id("workspace_id"), primary(id("id")), id("into_id")],
      [index("merged_names_into", ["workspace_id", "into_id"])],
    );
    await createTable(
      runner,
      "outbox_mails",
      [
        primary(id("id")),
        id("workspace_id"),
        text("kind", 48),
        word("language"),
        text("to_address", 254),
        text("to_name", 200),
        id("subject_id"),
        integer("generation"),
        nullable(text("sealed_secret", 255)),
        word("state"),
        integer("attempts"),
        moment("due_at"),
        nullable(moment("lease_until")),
        nullable(id("lease_owner")),
        nullable(text("server_answer", 500)),
        moment("state_at"),
        moment("created_at"),
      ],
      [
        index("outbox_mails_address", ["workspace_id", "to_address"]),
        index("outbox_mails_subject", ["subject_id", "id"]),
        index("outbox_mails_due", ["state", "due_at"]),
      ],
    );
    await createTable(
      runner,
      "program_session_members",
      [
        primary(id("id")),
        id("workspace_id"),
        id("program_session_id"),
        word("part"),
        nullable(id("user_id")),
        nullable(text("email", 254)),
        nullable(text("email_key", 254)),
        id("added_by_id"),
        moment("created_at"),
      ],
      [
        index("program_session_members_awaited", ["workspace_id", "email_key"]),
        index("program_session_members_of", ["workspace_id", "user_id"]),
        index("program_session_members_place", ["program_session_id", "part", "id"]),
        unique("program_session_members_email", ["program_session_id", "part", "email_key"]),
        unique("program_session_members_user", ["program_session_id", "part", "user_id"]),
      ],
    );
    await createTable(
      runner,
      "program_sessions",
      [
        primary(id("id")),
        id("workspace_id"),
        id("group_id"),
        text("name", 100),
        text("name_key", 200),
        day("starts_on"),
        day("ends_on"),
        moment("created_at"),
      ],
      [
        index("program_sessions_name", ["workspace_id", "name_key", "id"]),
        index("program_sessions_start", ["workspace_id", "starts_on", "id"]),
        index("program_sessions_group", ["workspace_id", "group_id", "starts_on", "id"]),
      ],
    );
    await createTable(
      runner,
      "sessions",
      [
        primary(id("id")),
        id("workspace_id"),
        id("user_id"),
        text("secret_hash", 43),
        moment("created_at"),
        moment("last_used_at"),
        moment("expires_at"),
      ],
      [
        index("sessions_expiry", ["expires_at"]),
        index("sessions_user", ["user_id"]),
        unique("sessions_secret", ["secret_hash"]),
      ],
    );
    await createTable(
      runner,
      "tasks",
      [
        primary(id("id")),
        id("workspace_id"),
        id("created_by_id"),
        text("kind", 48),
        json("selection"),
        json("options"),
        word("state"),
        integer("total"),
        integer("done"),
        integer("refused"),
        nullable(id("cursor")),
        integer("attempts"),
        nullable(moment("lease_until")),
        nullable(id("lease_owner")),
        moment("created_at"),
        nullable(moment("finished_at")),
      ],
      [index("tasks_state", ["state"])],
    );
    await createTable(
      runner,
      "teams",
      [
        primary(id("id")),
        id("workspace_id"),
        text("name", 100),
        text("name_key", 200),
        nullable(text("leader_email_key", 254)),
        nullable(id("leader_import_id")),
        moment("created_at"),
      ],
      [index("teams_leader", ["workspace_id", "leader_email_key"]), unique("teams_name", ["workspace_id", "name_key"])],
    );
    await createTable(
      runner,
      "users",
      [
        primary(id("id")),
        id("workspace_id"),
        nullable(text("email", 254)),
        nullable(text("email_key", 254)),
        nullable(text("username", 64)),
        nullable(text("first_name", 100)),
        nullable(text("last_name", 100)),
        text("last_key", 200),
        text("first_key", 200),
        word("status"),
        word("user_type"),
        word("language"),
        nullable(id("company_id")),
        nullable(id("team_id")),
        nullable(id("label_id")),
        nullable(day("deletion_date")),
        nullable(text("external_id", 100)),
        nullable(text("password_hash", 255)),
        nullable(moment("temporary_until")),
        nullable(word("credential")),
        flag("has_seat"),
        integer("generation"),
        word("identity_status"),
        nullable(id("created_by_id")),
        nullable(moment("activation_expires_at")),
        integer("activation_sent_count"),
        nullable(moment("activation_sent_at")),
        nullable(moment("delivered_at")),
        nullable(moment("opened_at")),
        nullable(word("delivery_state")),
        nullable(word("attention")),
        nullable(moment("new_link_asked_at")),
        nullable(moment("seat_limit_told_at")),
        nullable(day("deletion_announced_for")),
        nullable(moment("activated_at")),
        nullable(moment("billed_from")),
        nullable(moment("last_sign_in_at")),
        nullable(id("import_id")),
        nullable(integer("import_row")),
        moment("created_at"),
        moment("updated_at"),
      ],
      [
        index("users_delivery", ["workspace_id", "delivery_state", "last_key", "first_key", "id"]),
        index("users_attention", ["workspace_id", "attention", "last_key", "first_key", "id"]),
        index("users_activation_expiry", ["workspace_id", "status", "activation_expires_at", "id"]),
        index("users_deletion", ["workspace_id", "deletion_date", "id"]),
        index("users_import", ["workspace_id", "import_id", "last_key", "first_key", "id"]),
        index("users_last_sign_in", ["workspace_id", "last_sign_in_at", "id"]),
        index("users_created", ["workspace_id", "created_at", "id"]),
        index("users_status", ["workspace_id", "status", "last_key", "first_key", "id"]),
        index("users_type", ["workspace_id", "user_type", "last_key", "first_key", "id"]),
        index("users_language", ["workspace_id", "language", "last_key", "first_key", "id"]),
        index("users_company", ["workspace_id", "company_id", "last_key", "first_key", "id"]),
        index("users_identity", ["workspace_id", "identity_status", "last_key", "first_key", "id"]),
        index("users_team", ["workspace_id", "team_id", "last_key", "first_key", "id"]),
        index("users_label", ["workspace_id", "label_id", "last_key", "first_key", "id"]),
        index("users_first_name", ["workspace_id", "first_key", "last_key", "id"]),
        index("users_name", ["workspace_id", "last_key", "first_key", "id"]),
        unique("users_external_id", ["workspace_id", "external_id"]),
        unique("users_username", ["workspace_id", "username"]),
        unique("users_email", ["workspace_id", "email_key"]),
      ],
    );
    await createTable(
      runner,
      "workspace_logos",
      [primary(id("workspace_id")), text("hash", 43), json("image")],
      [index("workspace_logos_hash", ["hash"])],
    );
    await createTable(runner, "workspace_seats", [
      primary(id("workspace_id")),
      nullable(integer("seat_limit")),
      integer("used"),
    ]);
    await createTable(
      runner,
      "workspaces",
      [
        primary(id("id")),
        text("name", 100),
        id("founder_id"),
        word("default_language"),
        text("time_zone", 64),
        integer("invitation_lifetime_hours"),
        integer("activation_lifetime_hours"),
        integer("reminder_after_days"),
        integer("reminder_count"),
        flag("identity_required"),
        nullable(json("identity_fields")),
        nullable(text("accent_color", 7)),
        nullable(text("logo_hash", 43)),
        nullable(integer("founded_once")),
        moment("created_at"),
      ],
      [unique("workspaces_founded", ["founded_once"])],
    );
  }

  async down(): Promise<void> {
    throw new Error("Usher's migrations go forward only: restore a backup to go back");
  }
}

/** MariaDB's and MySQL's defaults merge addresses that must stay distinct; the tables below inherit this one. */
async function byteExactCollation(runner: QueryRunner): Promise<void> {
  const { driver } = runner.connection;
  if (driver.options.type === "better-sqlite3") return;
  await runner.query(
    `ALTER DATABASE ${driver.escape(driver.database ?? "")} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`,
  );
}
