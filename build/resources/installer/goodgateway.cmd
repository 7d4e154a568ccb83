@echo off
rem The program in a terminal: a batch file waits for it and hands its exit code on.
"%~dp0..\GoodGateway.exe" %*
exit /b %ERRORLEVEL%
