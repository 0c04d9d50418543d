// Every order, every filter, every kind of search; then combinations, which are bounded but promised nothing.

/** `alone`: one filter, one order or one search: what the goal is about. */
export function userCases(facts) {
  const { companies, groups, labels, teams, imports } = facts;
  const filters = {
    "": {},
    "status ACTIVE": { statuses: ["ACTIVE"] },
    "status PENDING": { statuses: ["PENDING"] },
    "status DEACTIVATED": { statuses: ["DEACTIVATED"] },
    "status PENDING, DEACTIVATED": { statuses: ["PENDING", "DEACTIVATED"] },
    "type ADMINISTRATOR (rare)": { userTypes: ["ADMINISTRATOR"] },
    "type FOUNDER (one)": { userTypes: ["FOUNDER"] },
    "type MEMBER": { userTypes: ["MEMBER"] },
    "type FOUNDER, ADMINISTRATOR": { userTypes: ["FOUNDER", "ADMINISTRATOR"] },
    "language en": { language: "en" },
    "language nl (rare)": { language: "nl" },
    "company, largest": { companyId: companies.largest },
    "company, middle": { companyId: companies.middle },
    "company, smallest": { companyId: companies.smallest },
    "label, largest": { labelId: labels.largest },
    "label, smallest": { labelId: labels.smallest },
    "team, largest": { teamId: teams.largest },
    "team, smallest": { teamId: teams.smallest },
    "permission (rare)": { permissions: ["CAN_BULK_INVITE"] },
    "group, largest": { groupId: groups.largest },
    "group, middle": { groupId: groups.middle },
    "group, smallest": { groupId: groups.smallest },
    "import, old": { importId: imports.old },
    "import, recent": { importId: imports.recent },
    "import, none such": { importId: "019a0000-0000-7000-8000-000000000000" },
    "delivery SENT": { deliveryStatuses: ["SENT"] },
    "delivery FAILED, BOUNCED (rare)": { deliveryStatuses: ["FAILED", "BOUNCED"] },
    "attention (rare)": { attention: ["NEW_LINK_ASKED"] },
    "activation ends soon": { activationExpiresBefore: new Date("2026-11-23T00:00:00.000Z") },
    "deletion soon (rare)": { deletionBefore: "2026-12-01" },
  };
  const orders = ["NAME", "EMAIL", "CREATED_AT", "LAST_SIGN_IN_AT"];
  const searches = ["a", "an", "anbe", "anbe.", "tosa", "zz", "anbe.bacalite1@", "ri"];
  return cases(filters, orders, "NAME", searches);
}

export function invitationCases(facts) {
  const { imports, inviters, promised } = facts;
  const filters = {
    "": {},
    PENDING: { statuses: ["PENDING"] },
    EXPIRED: { statuses: ["EXPIRED"] },
    ACCEPTED: { statuses: ["ACCEPTED"] },
    "CANCELLED (rare)": { statuses: ["CANCELLED"] },
    "PENDING, EXPIRED": { statuses: ["PENDING", "EXPIRED"] },
    "ACCEPTED, CANCELLED": { statuses: ["ACCEPTED", "CANCELLED"] },
    "EXPIRED, CANCELLED": { statuses: ["EXPIRED", "CANCELLED"] },
    "inviter, largest": { inviterId: inviters.largest },
    "inviter, smallest": { inviterId: inviters.smallest },
    "group, largest": { groupId: promised.largest },
    "group, middle": { groupId: promised.middle },
    "group, smallest": { groupId: promised.smallest },
    "import, old": { importId: imports.old },
    "import, recent": { importId: imports.recent },
    "delivery SENT": { deliveryStatuses: ["SENT"] },
    "delivery FAILED, BOUNCED (rare)": { deliveryStatuses: ["FAILED", "BOUNCED"] },
    "attention (rare)": { attention: ["NEW_LINK_ASKED", "SEAT_LIMIT"] },
    "ends soon": { statuses: ["PENDING"], expiresBefore: new Date("2026-11-24T09:00:00.000Z") },
  };
  const orders = ["CREATED_AT", "EMAIL", "EXPIRES_AT", "LAST_SENT_AT"];
  const searches = ["a", "an", "anbe", "anbe.", "tosa", "zz", "ri"];
  return cases(filters, orders, "CREATED_AT", searches);
}

function cases(filters, orders, usual, searches) {
  const list = [];
  for (const [title, filter] of Object.entries(filters)) {
    for (const field of orders) {
      for (const direction of ["ASC", "DESC"]) {
        list.push({
          title: `${title || "all"} by ${field} ${direction}`,
          filter,
          order: { field, direction },
          alone: title === "" || field === usual,
        });
      }
    }
  }
  for (const search of searches) {
    list.push({ title: `search "${search}"`, filter: { search }, order: null, alone: true });
    for (const [title, filter] of Object.entries(filters)) {
      if (title)
        list.push({ title: `search "${search}", ${title}`, filter: { ...filter, search }, order: null, alone: false });
    }
  }
  return list;
}
