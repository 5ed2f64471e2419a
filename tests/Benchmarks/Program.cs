if (args is ["tables", ..]) ParisPact.Benchmarks.Tables.Run(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 200, workbooks: args is not [.., "csv"]);
else ParisPact.Benchmarks.Lookups.Run();
