import './operator-app.ts';
