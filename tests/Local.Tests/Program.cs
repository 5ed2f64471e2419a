using ParisPact.Tests.Durable.Crashes;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

// What xunit would generate, and one way in besides: a test starts this assembly as the process that it kills.
if (args is [KilledProcess.Argument, .. var order])
{
    await KilledProcess.RunAsync(order);
    return 0;
}

return args.Any(arg => arg is "--server" or "--internal-msbuild-node")
    ? await TestPlatformTestFramework.RunAsync(args, Local.Tests.SelfRegisteredExtensions.AddSelfRegisteredExtensions)
    : await ConsoleRunner.Run(args);
