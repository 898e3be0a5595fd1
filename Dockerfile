# The app alone; compose.yaml puts a Neo4j beside it.
FROM node:20-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --no-audit --no-fund
COPY . .
RUN node scripts/build.mjs && npm prune --omit=dev

FROM node:20-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4100
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
# Corpus, taxonomy and entity tables are read at run time.
COPY --from=build /app/seed ./seed
USER node
EXPOSE 4100
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s CMD ["node", "-e", "fetch('http://127.0.0.1:4100/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# The database of the compose file is ours to prepare; `exec` lets signals reach the server.
CMD ["sh", "-c", "node dist/server/throughline.js migrate && exec node --max-semi-space-size=32 dist/server/main.js"]
