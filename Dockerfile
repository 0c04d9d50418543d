# The server with the built web app. The image carries Node 24 itself; pnpm is needed only to build it.
FROM node:24.21.0-bookworm-slim AS manifests
WORKDIR /app
ENV CI=true
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY apps/server/package.json apps/server/
COPY apps/web/package.json apps/web/
COPY packages/rules/package.json packages/rules/
COPY packages/schema/package.json packages/schema/
COPY bench/package.json bench/
COPY e2e/package.json e2e/

FROM manifests AS build
RUN npx -y pnpm@12.21.0 install --frozen-lockfile
COPY . .
RUN npx -y pnpm@12.21.0 build

FROM manifests AS production
# the workspace's own Node comes along whatever the filter says; here it would be a second one
RUN npx -y pnpm@12.21.0 install --frozen-lockfile --prod --filter "@usher/server..." \
  && rm -rf node_modules/.bin node_modules/node-linux-* node_modules/.pnpm/node-linux-*

FROM node:24.21.0-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 DATA_DIR=/data
COPY --from=production /app ./
COPY --from=build /app/packages/rules/dist packages/rules/dist
COPY --from=build /app/packages/schema/dist packages/schema/dist
COPY --from=build /app/apps/server/dist apps/server/dist
COPY --from=build /app/apps/web/dist apps/web/dist
# The user "node" (1000:1000) owns the data; a bind mount in place of the volume has to belong to it.
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/server/dist/main.js"]
