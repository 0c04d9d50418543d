import account from "./account.json";
import common from "./common.json";
import create from "./create.json";
import errors from "./errors.json";
import groups from "./groups.json";
import home from "./home.json";
import identity from "./identity.json";
import importing from "./import.json";
import inbox from "./inbox.json";
import invitations from "./invitations.json";
import links from "./links.json";
import manage from "./manage.json";
import own from "./own.json";
import people from "./people.json";
import permissions from "./permissions.json";
import registration from "./registration.json";
import review from "./review.json";
import session from "./session.json";
import sessions from "./sessions.json";
import settings from "./settings.json";
import timeline from "./timeline.json";
import users from "./users.json";
import workspace from "./workspace.json";

export default {
  account,
  common,
  create,
  errors,
  groups,
  home,
  identity,
  import: importing,
  inbox,
  invitations,
  links,
  manage,
  own,
  people,
  permissions,
  registration,
  review,
  session,
  sessions,
  settings,
  timeline,
  users,
  workspace,
};
