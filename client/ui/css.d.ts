// Styles that load with the module that needs them: the build puts them into files of their own.
declare module "*.css";
