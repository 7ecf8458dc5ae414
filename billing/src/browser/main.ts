import './billing-app.ts';
