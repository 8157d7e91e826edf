# language: vi
Tính năng: Xin lỗi và hẹn lại ngày trả
  Hồ sơ sắp quá hạn phải có thư xin lỗi, chậm nhất 01 ngày trước ngày hết hạn, nêu lý do và hẹn lại không
  quá một lần (Nghị định 61/2018/NĐ-CP, Điều 19 khoản 9). Hạn gốc không bao giờ bị sửa.

  Bối cảnh:
    Biết một xã có danh mục thủ tục và lịch làm việc năm 2026

  Tình huống: Thư dự thảo có sẵn trước khi quá hạn, lãnh đạo ký và hẹn lại
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004873"
    Và hẹn trả lúc "17:30 08/10/2026"
    Khi đến "08:00 07/10/2026"
    Thì chưa có thư xin lỗi dự thảo nào
    Khi đến "08:20 07/10/2026"
    Thì có sẵn thư xin lỗi dự thảo
    Khi lãnh đạo ký thư xin lỗi
    Thì thư xin lỗi số "0001/2026/PXL", hẹn lại "17:30 12/10/2026", chậm do "Bộ phận Một cửa"
    Và chưa có thư xin lỗi dự thảo nào
    Và hẹn trả lúc "17:30 08/10/2026"
    Và ngày phải làm xong trước là "17:30 12/10/2026"

  Tình huống: Nói rõ chậm vì đâu, do ai
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004873"
    Khi chuyên viên ghi chậm vì "cần thêm thời gian thẩm tra, xác minh", do "Phòng Kinh tế"
    Và lãnh đạo ký thư xin lỗi
    Thì thư xin lỗi số "0001/2026/PXL", hẹn lại "17:30 12/10/2026", chậm do "Phòng Kinh tế"
    Và thư xin lỗi ghi lý do "Cần thêm thời gian thẩm tra, xác minh"

  Tình huống: Chỉ hẹn lại một lần
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004873"
    Khi lãnh đạo ký thư xin lỗi
    Và lãnh đạo ký thư xin lỗi
    Thì chương trình nhắc "luật chỉ cho một lần"

  Tình huống: Đúng ngày hết hạn mới xin lỗi thì phải ghi vì sao muộn
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004873"
    Khi đến "08:00 08/10/2026"
    Và lãnh đạo ký thư xin lỗi
    Thì chương trình nhắc "chậm nhất ngày 07/10/2026"
    Khi lãnh đạo ký thư xin lỗi và ghi gửi muộn vì "mất điện hai ngày"
    Thì thư xin lỗi số "0001/2026/PXL", hẹn lại "17:30 12/10/2026", chậm do "Bộ phận Một cửa"

  Tình huống: Ngày hẹn lại phải là ngày làm việc sau hạn gốc
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004873"
    Khi lãnh đạo ký thư xin lỗi, hẹn lại "17:30 10/10/2026"
    Thì chương trình nhắc "phải là ngày làm việc"
    Khi lãnh đạo ký thư xin lỗi, hẹn lại "16:00 08/10/2026"
    Thì chương trình nhắc "sau hạn 17:30 08/10/2026"
    Khi lãnh đạo ký thư xin lỗi, hẹn lại "17:30 14/10/2026"
    Thì ngày phải làm xong trước là "17:30 14/10/2026"

  Tình huống: Hồ sơ không có hạn trả thì không cần xin lỗi
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.011606"
    Khi lãnh đạo ký thư xin lỗi
    Thì chương trình nhắc "không có hạn trả nên không cần xin lỗi"
